package studio.backprop.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import studio.backprop.store.Sample;

/** Command {@code samples}: lists the bundled projects. */
@Command(name = "samples")
final class ListSamples implements Callable<Integer> {
  private final Terminal terminal;

  ListSamples(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    int width = Sample.all().stream().mapToInt(sample -> sample.name().length()).max().orElse(0);
    for (Sample sample : Sample.all()) {
      terminal.print(String.format("%-" + width + "s  %s", sample.name(), terminal.say(sample.about())));
    }
    return 0;
  }
}
