package studio.backprop.store;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Binary section of little-endian IEEE 754 float32. */
final class Floats {
  private final ByteBuffer bytes;

  private Floats(ByteBuffer bytes) {
    this.bytes = bytes.order(ByteOrder.LITTLE_ENDIAN);
  }

  static Floats room(long numbers) {
    return new Floats(ByteBuffer.allocate(Math.toIntExact(numbers * Float.BYTES)));
  }

  static Floats of(byte[] bytes) {
    return new Floats(ByteBuffer.wrap(bytes));
  }

  void put(float[] numbers) {
    for (float number : numbers) {
      bytes.putFloat(number);
    }
  }

  byte[] bytes() {
    return bytes.array();
  }

  /** Whether the section has exactly this length. */
  boolean holds(long numbers) {
    return bytes.capacity() == numbers * Float.BYTES;
  }

  boolean allFinite() {
    for (int at = 0; at + Float.BYTES <= bytes.capacity(); at += Float.BYTES) {
      if (!Float.isFinite(bytes.getFloat(at))) {
        return false;
      }
    }
    return true;
  }

  float[] get(int from, int count) {
    float[] numbers = new float[count];
    bytes.slice(from * Float.BYTES, count * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(numbers);
    return numbers;
  }
}
