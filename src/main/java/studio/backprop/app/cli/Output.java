package studio.backprop.app.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.Optional;

/** Standard output that remembers why something could not be written to it; a print stream alone only knows that. */
public final class Output extends PrintStream {
  private final Remembering bytes;

  private Output(Remembering bytes, Charset charset) {
    super(bytes, true, charset);
    this.bytes = bytes;
  }

  public static Output to(OutputStream out, Charset charset) {
    return new Output(new Remembering(out), charset);
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
