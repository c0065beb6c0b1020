import Dialogue

/// The text fields of a `do-send-media` form ("Wappin API v1.7, Send Message (Media)"); the bytes are in the part
/// ``filePart``, which has a file name.
package struct MediaFields: Sendable, Hashable {
  package static let filePart = "media"

  package var clientID: String
  package var projectID: String
  package var recipientNumber: String
  /// As it stands in the form: `image`, `document` or `audio` if it is a good one.
  package var mediaType: String
  /// Images and documents only.
  package var caption: String?

  package init(
    clientID: String, projectID: String, recipientNumber: String, mediaType: String, caption: String?
  ) {
    self.clientID = clientID
    self.projectID = projectID
    self.recipientNumber = recipientNumber
    self.mediaType = mediaType
    self.caption = caption
  }

  /// The fields by name, in the order they are sent.
  package var form: [(name: String, value: String)] {
    var form = [
      (name: "client_id", value: clientID), (name: "project_id", value: projectID),
      (name: "recipient_number", value: recipientNumber), (name: "media_type", value: mediaType),
    ]
    if let caption { form.append((name: "caption", value: caption)) }
    return form
  }

  /// Reads a form's fields; what is missing is empty, what is unknown is ignored.
  package init(form: [String: String]) {
    self.init(
      clientID: form["client_id"] ?? "", projectID: form["project_id"] ?? "",
      recipientNumber: form["recipient_number"] ?? "", mediaType: form["media_type"] ?? "",
      caption: form["caption"])
  }
}

extension MediaKind {
  /// The file name extensions the provider takes for this kind, lower case.
  package var extensions: Set<String> {
    switch self {
    case .image: ["jpg", "jpeg", "png"]
    case .document: ["pdf", "doc", "docx", "ppt", "pptx", "xls", "xlsx"]
    case .audio: ["aac", "m4a", "mp3", "ogg", "opus"]
    }
  }
}
