import HTTPTypes
import Hummingbird
import NIOCore

/// The pages' files, which are part of the binary: the phone and the traffic.
enum PageFiles {
  private static let script = "text/javascript; charset=utf-8"

  /// By path, each with its type.
  private static let files: [String: (type: String, bytes: [UInt8])] = [
    "/": ("text/html; charset=utf-8", PackageResources.index_html),
    "/phone/phone.css": ("text/css; charset=utf-8", PackageResources.phone_css),
    "/phone/chat.css": ("text/css; charset=utf-8", PackageResources.chat_css),
    "/phone/phone.js": (script, PackageResources.phone_js),
    "/phone/line.js": (script, PackageResources.line_js),
    "/phone/chats.js": (script, PackageResources.chats_js),
    "/phone/people.js": (script, PackageResources.people_js),
    "/phone/bubble.js": (script, PackageResources.bubble_js),
    "/phone/parts.js": (script, PackageResources.parts_js),
    "/phone/template.css": ("text/css; charset=utf-8", PackageResources.template_css),
    "/phone/window.js": (script, PackageResources.window_js),
    "/phone/marks.js": (script, PackageResources.marks_js),
    "/phone/icons.js": (script, PackageResources.icons_js),
    "/phone/voice.js": (script, PackageResources.voice_js),
    "/traffic": ("text/html; charset=utf-8", PackageResources.traffic_html),
    "/traffic/traffic.css": ("text/css; charset=utf-8", PackageResources.traffic_css),
    "/traffic/side.css": ("text/css; charset=utf-8", PackageResources.side_css),
    "/traffic/traffic.js": (script, PackageResources.traffic_js),
    "/traffic/exchanges.js": (script, PackageResources.exchanges_js),
    "/traffic/rows.js": (script, PackageResources.rows_js),
    "/traffic/detail.js": (script, PackageResources.detail_js),
    "/traffic/pretty.js": (script, PackageResources.pretty_js),
    "/traffic/curl.js": (script, PackageResources.curl_js),
    "/traffic/faults.js": (script, PackageResources.faults_js),
    "/traffic/kinds.js": (script, PackageResources.kinds_js),
    "/traffic/words.js": (script, PackageResources.words_js),
    "/phone/icon.svg": ("image/svg+xml", PackageResources.icon_svg),
  ]

  static func add(to router: Router<some RequestContext>) {
    for (path, file) in files {
      router.get(RouterPath(path)) { _, _ in
        Response(
          status: .ok, headers: [.contentType: file.type, .cacheControl: "no-cache"],
          body: ResponseBody(byteBuffer: ByteBuffer(bytes: file.bytes)))
      }
    }
  }
}
