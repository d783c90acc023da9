package studio.backprop.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;

/** Reads a user's file as UTF-8 text, up to a limit, as devices may never end; binary files are detected early. */
final class TextBytes {
  /** Bytes that are checked before the rest is read. */
  private static final int SAMPLE = 1 << 16;

  private TextBytes() {}

  /**
   * Content of a file.
   *
   * @param most limit in bytes
   * @param noText key of the message for binary files
   * @param tooLarge key of the message for larger files
   */
  static String read(Path file, long most, String noText, String tooLarge) throws DataProblem {
    String name = file.getFileName().toString();
    try (InputStream in = Files.newInputStream(file)) {
      byte[] start = in.readNBytes(SAMPLE);
      checkStart(name, start, noText);
      if (Files.size(file) > most) {
        throw DataProblem.of(tooLarge, name, most >> 20);
      }
      byte[] rest = in.readNBytes((int) most + 1 - start.length);
      if (start.length + rest.length > most) {
        throw DataProblem.of(tooLarge, name, most >> 20);
      }
      byte[] all = Arrays.copyOf(start, start.length + rest.length);
      System.arraycopy(rest, 0, all, start.length, rest.length);
      return decode(name, all, noText);
    } catch (NoSuchFileException e) {
      throw DataProblem.of("data.problem.no-file", file.toString());
    } catch (IOException e) {
      throw DataProblem.of("data.problem.unreadable", name, String.valueOf(e.getMessage()));
    }
  }

  /** The last character of the sample may be truncated. */
  private static void checkStart(String name, byte[] start, String noText) throws DataProblem {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    CharBuffer text = CharBuffer.allocate(start.length);
    if (decoder.decode(ByteBuffer.wrap(start), text, false).isError() || text.flip().chars().anyMatch(c -> c == 0)) {
      throw DataProblem.of(noText, name);
    }
  }

  /** @param noText key of the message for binary data */
  static String decode(String name, byte[] bytes, String noText) throws DataProblem {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      if (text.indexOf('\0') >= 0) {
        throw DataProblem.of(noText, name);
      }
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw DataProblem.of(noText, name);
    }
  }
}
