/// A list whose room is used again for the next lease; it belongs to one owner.
///
/// An array asks before each change whether it is shared, and this list never is.
struct Scratch<Element>: ~Copyable {
  private(set) var count = 0
  /// Its first `count` elements are those of the list.
  private var room = UnsafeMutableBufferPointer<Element>(start: nil, count: 0)

  private static var firstCapacity: Int { 8 }

  deinit {
    room.extracting(0..<count).deinitialize()
    room.deallocate()
  }

  var isEmpty: Bool { count == 0 }

  var indices: Range<Int> { 0..<count }

  var last: Element? { count > 0 ? self[count - 1] : nil }

  subscript(place: Int) -> Element {
    @inline(__always) get {
      precondition(place >= 0 && place < count, "an element of the list")
      return room[place]
    }
    @inline(__always) set {
      precondition(place >= 0 && place < count, "an element of the list")
      room[place] = newValue
    }
  }

  @inline(__always)
  mutating func append(_ element: Element) {
    if count == room.count { grow() }
    room.initializeElement(at: count, to: element)
    count &+= 1
  }

  /// Forgets all elements, and keeps the room.
  @inline(__always)
  mutating func removeAll() {
    room.extracting(0..<count).deinitialize()
    count = 0
  }

  @inline(never)
  private mutating func grow() {
    let larger = UnsafeMutableBufferPointer<Element>.allocate(
      capacity: max(Self.firstCapacity, 2 * room.count))
    _ = larger.moveInitialize(fromContentsOf: room.extracting(0..<count))
    room.deallocate()
    room = larger
  }
}
