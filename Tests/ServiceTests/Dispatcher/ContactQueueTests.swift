import Testing

@testable import Service

@Suite struct ContactQueueTests {
  @Test("a contact that is added while it is claimed is handed out again after its release, not before")
  func claims() async {
    let queue = ContactQueue()
    queue.add([1, 2, 1])
    #expect(await queue.take(10) == [1, 2])
    queue.add([1])
    queue.add([3])
    #expect(await queue.take(10) == [3])
    queue.release([1, 2])
    #expect(await queue.take(10) == [1])
  }

  @Test("a taker that waits gets what is added later")
  func waiting() async {
    let queue = ContactQueue()
    async let taken = queue.take(10)
    queue.add([7])
    #expect(await taken == [7])
  }

  @Test("closing ends every taker that waits")
  func closing() async {
    let queue = ContactQueue()
    async let first = queue.take(1)
    async let second = queue.take(1)
    queue.close()
    #expect(await first == nil)
    #expect(await second == nil)
  }
}
