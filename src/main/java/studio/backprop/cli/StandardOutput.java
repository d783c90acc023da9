package studio.backprop.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Standard output that records the reason of a failed write, which a print stream does not. */
public final class StandardOutput extends PrintStream {
  private static final Path STANDARD = Path.of("/dev/fd/1");
  /** File type bits of a file's mode, and two of the types; see inode(7). */
  private static final int KINDS = 0170000;
  private static final int PIPE = 0010000;
  private static final int SOCKET = 0140000;

  private final Remembering bytes;

  private final BooleanSupplier reader;

  private StandardOutput(Remembering bytes, Charset charset, BooleanSupplier reader) {
    super(bytes, true, charset);
    this.bytes = bytes;
    this.reader = reader;
  }

  public static StandardOutput to(OutputStream out, Charset charset) {
    return to(out, charset, () -> false);
  }

  /** @param reader whether a pipe is connected */
  static StandardOutput to(OutputStream out, Charset charset, BooleanSupplier reader) {
    return new StandardOutput(new Remembering(out), charset, reader);
  }

  public static StandardOutput standard(Charset charset) {
    return to(new FileOutputStream(FileDescriptor.out), charset, StandardOutput::isPipe);
  }

  /** Whether standard output is a pipe. A failure then means that it is closed, as a pipe cannot be full. */
  boolean isForReader() {
    return reader.getAsBoolean();
  }

  /** By the file type, as error messages are localized. */
  private static boolean isPipe() {
    try {
      int kind = (int) Files.getAttribute(STANDARD, "unix:mode") & KINDS;
      return kind == PIPE || kind == SOCKET;
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
      return false;
    }
  }

  /** Message of the first failed write, after a flush; empty if all were successful. */
  Optional<String> failure() {
    return checkError() ? Optional.of(bytes.reason) : Optional.empty();
  }

  private static final class Remembering extends FilterOutputStream {
    private String reason = "";

    Remembering(OutputStream out) {
      super(out);
    }

    @Override
    public void write(int one) throws IOException {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] from, int at, int length) throws IOException {
      try {
        out.write(from, at, length);
      } catch (IOException e) {
        throw remembered(e);
      }
    }

    @Override
    public void flush() throws IOException {
      try {
        out.flush();
      } catch (IOException e) {
        throw remembered(e);
      }
    }

    private IOException remembered(IOException e) {
      reason = reason.isEmpty() ? String.valueOf(e.getMessage()) : reason;
      return e;
    }
  }
}
