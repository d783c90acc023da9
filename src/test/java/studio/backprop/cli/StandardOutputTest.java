package studio.backprop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.backprop.text.Texts;

class StandardOutputTest {
  @TempDir private Path folder;

  /** Says in the language of its system why nothing can be written. */
  private static final class Closed extends OutputStream {
    @Override
    public void write(int one) throws IOException {
      throw new IOException("Datenübergabe unterbrochen");
    }
  }

  private Ran samples(boolean reader) {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    StandardOutput out = StandardOutput.to(new Closed(), StandardCharsets.UTF_8, () -> reader);
    Terminal terminal = new Terminal(out, new PrintStream(said, true, StandardCharsets.UTF_8), false, Texts.ENGLISH);
    int code = Backprop.run(terminal, null, Optional.of(folder), "samples");
    return new Ran(code, "", said.toString(StandardCharsets.UTF_8), Optional.empty());
  }

  @Test
  void aReaderThatHasEnoughIsNoProblemWhateverTheSystemCallsIt() {
    assertThat(List.of(samples(true).code(), samples(true).err())).isEqualTo(List.of(141, ""));
  }

  @Test
  void anythingElseThatCannotBeWrittenIsSaid() {
    Ran full = samples(false);
    assertThat(full.code()).isEqualTo(1);
    assertThat(full.err()).contains("could not be written to standard output: Datenübergabe unterbrochen.");
  }
}
