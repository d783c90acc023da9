package studio.backprop.store;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import studio.backprop.train.record.EpochRecord;

/** Epochs and weights of a search's trials, concatenated: little-endian IEEE 754, epochs as float64, weights as float32. */
final class TrialNumbers {
  private static final int FIGURES = EpochRecord.KEPT.size();

  private TrialNumbers() {}

  static final class Writer {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    void put(EpochRecord epoch) {
      ByteBuffer to = ByteBuffer.allocate((2 + FIGURES) * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
      DoubleStream.concat(DoubleStream.of(epoch.epoch(), epoch.step()), DoubleStream.of(epoch.figures())).forEach(to::putDouble);
      bytes.writeBytes(to.array());
    }

    /** @return the lengths of the arrays */
    int[] put(float[][] arrays) {
      for (float[] array : arrays) {
        Floats numbers = Floats.room(array.length);
        numbers.put(array);
        bytes.writeBytes(numbers.bytes());
      }
      return Stream.of(arrays).mapToInt(array -> array.length).toArray();
    }

    byte[] bytes() {
      return bytes.toByteArray();
    }
  }

  /** Validating reader in the same order. */
  static final class Reader {
    private final ByteBuffer from;

    Reader(byte[] bytes) {
      this.from = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    EpochRecord epoch() throws StoreProblem {
      try {
        int epoch = (int) from.getDouble();
        long step = (long) from.getDouble();
        return EpochRecord.of(epoch, step, DoubleStream.generate(from::getDouble).limit(FIGURES).toArray());
      } catch (BufferUnderflowException e) {
        throw damaged();
      }
    }

    float[][] arrays(int[] lengths) throws StoreProblem {
      float[][] arrays = new float[lengths.length][];
      for (int i = 0; i < lengths.length; i++) {
        if (lengths[i] < 1 || lengths[i] > from.remaining() / Float.BYTES) {
          throw damaged();
        }
        arrays[i] = new float[lengths[i]];
        for (int j = 0; j < lengths[i]; j++) {
          arrays[i][j] = from.getFloat();
          if (!Float.isFinite(arrays[i][j])) {
            throw StoreProblem.of("store.not-finite", Section.SEARCH_NUMBERS.file());
          }
        }
      }
      return arrays;
    }

    void checkEnd() throws StoreProblem {
      if (from.hasRemaining()) {
        throw damaged();
      }
    }

    private static StoreProblem damaged() {
      return StoreProblem.of("store.section", Section.SEARCH_NUMBERS.file());
    }
  }
}
