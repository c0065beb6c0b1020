/// What a project writes to a customer.
struct Outgoing: Sendable {
  var text: String?
  var media: StoredMedia?
  var template: TemplateMessage?

  init(text: String?, media: StoredMedia? = nil) {
    self.text = text
    self.media = media
  }
}
