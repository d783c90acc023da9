package studio.backprop.data;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Hash of prepared data: equal if and only if two runs use the same numbers, in the same parts and order. */
public final class DataDigest {
  private DataDigest() {
  }

  /** SHA-256 of all scaled inputs and all targets as little-endian floats, part by part, row by row. */
  public static String sha256(PreparedData data) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      int width = data.dataset().width();
      int answers = data.dataset().answers();
      float[] input = new float[width];
      ByteBuffer row = ByteBuffer.allocate((width + answers) * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
      for (Part part : Part.values()) {
        digest.update((byte) part.ordinal());
        for (int i = 0; i < data.rows(part); i++) {
          data.copyInput(part, i, input, 0);
          row.clear();
          for (float number : input) {
            row.putFloat(number);
          }
          for (int place = 0; place < answers; place++) {
            row.putFloat(data.dataset().keptTarget(data.split().row(part, i), place));
          }
          digest.update(row.array());
        }
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
