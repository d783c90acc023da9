package studio.backprop.data;

import java.nio.ByteBuffer;
import java.util.Base64;

/**
 * User-drawn points in the square from −1 to 1. Stored with the project; compared by value.
 *
 * @param coordinates alternating x and y as unsigned 16-bit numbers, in Base64
 */
public record DrawnPoints(String coordinates) {
  public static final DrawnPoints NONE = new DrawnPoints("");
  /** Limit per project. */
  public static final int MOST = 10_000;
  /** Minimum for a split. */
  public static final int LEAST = 10;

  private static final int BYTES_PER_POINT = 2 * Short.BYTES;
  private static final int STEPS = 65_535;

  public DrawnPoints {
    int bytes = Base64.getDecoder().decode(coordinates).length; // rejects invalid Base64
    if (bytes % BYTES_PER_POINT != 0 || bytes / BYTES_PER_POINT > MOST) {
      throw new IllegalArgumentException("drawn points are at most " + MOST + " times 4 bytes, but there are " + bytes + " bytes");
    }
  }

  public int count() {
    return bytes().length / BYTES_PER_POINT;
  }

  /** [points × 2], each from −1 to 1. */
  public float[] places() {
    ByteBuffer bytes = ByteBuffer.wrap(bytes());
    float[] places = new float[bytes.remaining() / Short.BYTES];
    for (int i = 0; i < places.length; i++) {
      places[i] = 2f * Short.toUnsignedInt(bytes.getShort()) / STEPS - 1;
    }
    return places;
  }

  /** Appends points, clamped to the square, up to {@link #MOST}. @param more [points × 2] */
  public DrawnPoints with(float[] more) {
    byte[] before = bytes();
    int room = Math.min(more.length / 2, MOST - before.length / BYTES_PER_POINT);
    ByteBuffer all = ByteBuffer.allocate(before.length + room * BYTES_PER_POINT).put(before);
    for (int i = 0; i < 2 * room; i++) {
      all.putShort((short) Math.round((Math.max(-1, Math.min(1, more[i])) + 1) / 2 * STEPS));
    }
    return new DrawnPoints(Base64.getEncoder().encodeToString(all.array()));
  }

  public DrawnPoints without(double x, double y, double radius) {
    float[] places = places();
    byte[] before = bytes();
    ByteBuffer kept = ByteBuffer.allocate(before.length);
    for (int i = 0; i < places.length / 2; i++) {
      if (Math.hypot(places[2 * i] - x, places[2 * i + 1] - y) > radius) {
        kept.put(before, i * BYTES_PER_POINT, BYTES_PER_POINT);
      }
    }
    byte[] rest = new byte[kept.position()];
    kept.flip().get(rest);
    return new DrawnPoints(Base64.getEncoder().encodeToString(rest));
  }

  private byte[] bytes() {
    return Base64.getDecoder().decode(coordinates);
  }
}
