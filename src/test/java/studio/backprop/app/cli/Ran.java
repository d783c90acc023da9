package studio.backprop.app.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import studio.backprop.train.Project;

/** A command line run within the test: its exit code and what it said. */
record Ran(int code, String out, String err, Optional<Path> opened) {
  /** A window that is only asked for. */
  private static final class NoWindow implements Opener {
    private Optional<Path> opened = Optional.empty();

    @Override
    public int open(Optional<Path> project) {
      opened = Optional.of(project.orElse(Path.of("")));
      return 0;
    }

    @Override
    public Figures measure(Callable<Project> project, List<View> views, double seconds) {
      return new Figures(1500, 150, views.stream().map(view -> new Seen(view, 80, 60, 30, 1000)).toList(), List.of(30.0, 10.0, 20.0));
    }
  }

  static Ran backprop(String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    NoWindow window = new NoWindow();
    Terminal terminal =
        new Terminal(stream(out), stream(err), false, Backprop.language(List.of(args), Locale.ENGLISH));
    int code = Backprop.run(terminal, window, args);
    return new Ran(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8), window.opened);
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }
}
