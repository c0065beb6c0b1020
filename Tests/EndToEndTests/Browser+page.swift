import Foundation

extension Browser {
  enum Theme: String { case light, dark }

  /// Opens an address in a window of this size.
  func open(_ address: String, width: Int, height: Int, theme: Theme = .light) throws {
    try send(
      "Emulation.setDeviceMetricsOverride",
      ["width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600])
    try send(
      "Emulation.setEmulatedMedia",
      ["features": [["name": "prefers-color-scheme", "value": theme.rawValue]]])
    let answer = try send("Page.navigate", ["url": address])
    if let error = answer["errorText"] { throw Failure(description: "\(address): \(error)") }
  }

  /// What `expression` is in the page; a promise is waited for.
  @discardableResult
  func value(_ expression: String) throws -> Any? {
    let answer = try send(
      "Runtime.evaluate", ["expression": expression, "returnByValue": true, "awaitPromise": true])
    if let details = answer["exceptionDetails"] as? [String: Any] {
      let exception = details["exception"] as? [String: Any]
      throw Failure(description: "\(expression): \(exception?["description"] ?? details)")
    }
    return (answer["result"] as? [String: Any])?["value"]
  }

  /// Waits until `condition` is true in the page.
  func wait(for condition: String, seconds: Int = 20) throws {
    try value(
      """
      new Promise((resolve, reject) => {
        const end = performance.now() + \(seconds * 1000);
        const look = () => {
          let isTrue = false;
          try { isTrue = (\(condition)); } catch {}
          if (isTrue) resolve(true);
          else if (performance.now() > end) reject(new Error("never true; the page says: " + document.body?.innerText));
          else setTimeout(look, 20);
        };
        look();
      })
      """)
  }

  /// Types into the element that has the focus.
  func type(_ text: String) throws { try send("Input.insertText", ["text": text]) }

  /// Presses a key that types nothing by itself.
  func press(_ key: String, code: Int) throws {
    for type in ["rawKeyDown", "keyUp"] {
      try send(
        "Input.dispatchKeyEvent", ["type": type, "key": key, "code": key, "windowsVirtualKeyCode": code])
    }
  }

  func click(_ selector: String) throws {
    let place = try value(
      "(() => { const box = document.querySelector('\(selector)').getBoundingClientRect(); "
        + "return [box.x + box.width / 2, box.y + box.height / 2] })()")
    guard let place = place as? [Double], place.count == 2 else {
      throw Failure(description: "There is no \(selector).")
    }
    for type in ["mousePressed", "mouseReleased"] {
      try send(
        "Input.dispatchMouseEvent",
        ["type": type, "x": place[0], "y": place[1], "button": "left", "clickCount": 1])
    }
  }

  func screenshot(to file: URL) throws {
    let answer = try send("Page.captureScreenshot", ["format": "png"])
    guard let data = (answer["data"] as? String).flatMap({ Data(base64Encoded: $0) }) else {
      throw Failure(description: "Chromium took no picture.")
    }
    try data.write(to: file)
  }
}
