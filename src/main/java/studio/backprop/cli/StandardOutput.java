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

/** Standard output that remembers why something could not be written to it; a print stream alone only knows that. */
public final class StandardOutput extends PrintStream {
  private static final Path STANDARD = Path.of("/dev/fd/1");
  /** The bits of a file's mode that say what kind it is, and two of the kinds; see inode(7). */
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

  /** @param reader whether another program reads what is written */
  static StandardOutput to(OutputStream out, Charset charset, BooleanSupplier reader) {
    return new StandardOutput(new Remembering(out), charset, reader);
  }

  /** The standard output of this process. */
  public static StandardOutput standard(Charset charset) {
    return to(new FileOutputStream(FileDescriptor.out), charset, StandardOutput::isPipe);
  }

  /** Whether another program reads what is written. A failure then means a closed pipe, as a pipe cannot be full. */
  boolean isForReader() {
    return reader.getAsBoolean();
  }

  /** By the kind of the file, as the system knows it; what it says of a failure may be in any language. */
  private static boolean isPipe() {
    try {
      int kind = (int) Files.getAttribute(STANDARD, "unix:mode") & KINDS;
      return kind == PIPE || kind == SOCKET;
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
      return false;
    }
  }

  /** What the system said of the first failure, after all has been tried; empty where everything was written. */
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
