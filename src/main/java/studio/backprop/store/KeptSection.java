package studio.backprop.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import studio.backprop.train.record.KeptState;

/** Training state between two steps: counts, then big-endian IEEE 754 numbers and arrays. */
final class KeptSection {
  private static final int MAX_LENGTH = 1 << 27;

  private KeptSection() {}

  static void write(Optional<KeptState> kept, Map<Section, byte[]> sections) {
    kept.ifPresent(state -> sections.put(Section.KEPT, bytes(state)));
  }

  private static byte[] bytes(KeptState state) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeUTF(state.form());
      out.writeInt(state.numbers().length);
      for (double number : state.numbers()) {
        out.writeDouble(number);
      }
      out.writeInt(state.arrays().length);
      out.writeInt(state.shared());
      for (float[] array : state.arrays()) {
        out.writeInt(array.length);
        for (float number : array) {
          out.writeFloat(number);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("an array in memory can be written", e);
    }
    return bytes.toByteArray();
  }

  static Optional<KeptState> read(Map<Section, byte[]> sections) throws StoreProblem {
    if (!sections.containsKey(Section.KEPT)) {
      return Optional.empty();
    }
    byte[] bytes = sections.get(Section.KEPT);
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      String form = in.readUTF();
      double[] numbers = new double[length(in, Double.BYTES)];
      for (int i = 0; i < numbers.length; i++) {
        numbers[i] = in.readDouble();
      }
      float[][] arrays = new float[length(in, Integer.BYTES)][];
      int shared = in.readInt();
      for (int i = 0; i < arrays.length; i++) {
        arrays[i] = new float[length(in, Float.BYTES)];
        for (int k = 0; k < arrays[i].length; k++) {
          arrays[i][k] = in.readFloat();
        }
      }
      if (shared < 0 || shared > arrays.length) {
        throw StoreProblem.of("store.section", Section.KEPT.file());
      }
      return Optional.of(new KeptState(form, numbers, arrays, shared));
    } catch (IOException e) {
      throw StoreProblem.of("store.section", Section.KEPT.file());
    }
  }

  /** Reads a length, limited by the rest of the section. */
  private static int length(DataInputStream in, int size) throws IOException, StoreProblem {
    int length = in.readInt();
    if (length < 0 || length > MAX_LENGTH || (long) length * size > in.available()) {
      throw StoreProblem.of("store.section", Section.KEPT.file());
    }
    return length;
  }
}
