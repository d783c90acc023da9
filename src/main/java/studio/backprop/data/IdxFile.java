package studio.backprop.data;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Byte array in the IDX format of MNIST: two zero bytes, the type (8 for unsigned bytes), the number of axes, the size of each axis as a
 * big-endian int, then the data. LeCun, Cortes and Burges, "The MNIST database".
 *
 * @param sizes of the axes: [images, height, width], or [labels]
 * @param bytes row-major
 */
record IdxFile(int[] sizes, byte[] bytes) {
  private static final int UNSIGNED_BYTES = 8;

  /** Limit, so that a corrupt size cannot exhaust the memory. */
  private static final long MOST_BYTES = 512L << 20;

  /**
   * Reads a gzipped file, and closes it.
   *
   * @param name for messages
   * @param axes required number
   * @throws DataProblem if it is no such file, or corrupt
   */
  static IdxFile read(String name, InputStream gzipped, int axes) throws DataProblem, IOException {
    try (InputStream in = new GZIPInputStream(gzipped, 1 << 16)) {
      byte[] magic = in.readNBytes(4);
      if (magic.length < 4 || magic[0] != 0 || magic[1] != 0 || magic[2] != UNSIGNED_BYTES || magic[3] != axes) {
        throw DataProblem.of("data.problem.idx-magic", name, axes);
      }
      int[] sizes = sizes(name, in.readNBytes(4 * axes), axes);
      long count = 1;
      for (int size : sizes) {
        count = size < 1 || count > MOST_BYTES / size ? Long.MAX_VALUE : count * size;
      }
      if (count > MOST_BYTES) {
        throw DataProblem.of("data.problem.idx-sizes", name);
      }
      byte[] bytes = in.readNBytes((int) count);
      if (bytes.length < count || in.read() >= 0) {
        throw DataProblem.of("data.problem.idx-length", name, count);
      }
      return new IdxFile(sizes, bytes);
    } catch (EOFException | ZipException e) {
      throw DataProblem.of("data.problem.idx-gzip", name);
    }
  }

  private static int[] sizes(String name, byte[] header, int axes) throws DataProblem {
    if (header.length < 4 * axes) {
      throw DataProblem.of("data.problem.idx-sizes", name);
    }
    int[] sizes = new int[axes];
    ByteBuffer.wrap(header).asIntBuffer().get(sizes);
    return sizes;
  }

  /** Size of the first axis. */
  int count() {
    return sizes[0];
  }

  /** @throws DataProblem unless these are labels below {@code classes}, one for each image */
  void requireLabels(String name, int images, int classes) throws DataProblem {
    if (count() != images) {
      throw DataProblem.of("data.problem.idx-labels", name, count(), images);
    }
    for (int i = 0; i < bytes.length; i++) {
      if (unsigned(i) >= classes) {
        throw DataProblem.of("data.problem.idx-label", name, i + 1, unsigned(i), classes - 1);
      }
    }
  }

  int unsigned(int place) {
    return bytes[place] & 0xFF;
  }
}
