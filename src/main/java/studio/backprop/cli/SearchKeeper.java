package studio.backprop.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import studio.backprop.search.trial.SearchRecord;
import studio.backprop.search.trial.SearchSettings;
import studio.backprop.store.ProjectFile;
import studio.backprop.store.Saved;
import studio.backprop.store.StoreProblem;

/** Saves a search in a project file, periodically and at its end. Spends at most a twentieth of the time on saving. */
final class SearchKeeper {
  private static final long INTERVAL = TimeUnit.SECONDS.toNanos(2);
  private static final int SHARE = 20;
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

  private final Terminal terminal;
  private final Loaded loaded;
  private final Optional<Path> out;
  private final SearchRecord begun;
  private final Path second;
  private long savedAt = System.nanoTime();
  private long pause = INTERVAL;
  private Optional<Stamp> written = Optional.empty();
  private SearchRecord last;

  /** State of the file after this search wrote it: while unchanged, no other search has written there. */
  private record Stamp(Object key, FileTime at, long bytes) {
    static Optional<Stamp> of(Path file) {
      try {
        BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
        return Optional.of(new Stamp(now.fileKey(), now.lastModifiedTime(), now.size()));
      } catch (IOException e) {
        return Optional.empty();
      }
    }
  }

  /**
   * @param out the file, if given; without one only an interrupted search is saved
   * @param home folder of the program in the user's home, the fallback if the file cannot be written
   */
  SearchKeeper(Terminal terminal, Loaded loaded, Optional<Path> out, SearchRecord begun, Optional<Path> home) throws Failure {
    this.second = home.orElseGet(() -> Path.of(System.getProperty("java.io.tmpdir"))).resolve("searches");
    this.terminal = terminal;
    this.loaded = loaded;
    this.out = out;
    this.begun = begun;
    if (out.filter(this::holdsAnother).isPresent()) {
      throw Failure.option("trials.problem.out_holds", out.get().toString());
    }
    OutFile.ready(out.orElse(null));
    if (out.isPresent()) {
      try {
        ProjectFile.check(out.get(), saved(begun));
      } catch (StoreProblem e) {
        throw new Failure(e.sentence());
      }
    }
  }

  /** Whether a file holds trials of another search, which would be lost. */
  private boolean holdsAnother(Path file) {
    if (written.isPresent() && written.equals(Stamp.of(file))) {
      return false; // unchanged: need not be read again
    }
    try {
      return Files.isRegularFile(file) && ProjectFile.read(file).saved().search().filter(this::isAnother).isPresent();
    } catch (StoreProblem noProject) {
      return false;
    }
  }

  private boolean isAnother(SearchRecord kept) {
    SearchSettings made = kept.settings();
    SearchSettings asked = begun.settings();
    boolean alike = kept.base().equals(begun.base()) && made.space().equals(asked.space()) && made.method() == asked.method()
        && made.goal() == asked.goal() && made.seed() == asked.seed();
    boolean goesOn = !begun.trials().isEmpty();
    return !kept.trials().isEmpty() && !(alike && (goesOn || made.budget().equals(asked.budget())));
  }

  private Saved saved(SearchRecord search) {
    return loaded.saved().with(search);
  }

  private void write(Path file, SearchRecord now) throws StoreProblem {
    ProjectFile.write(file, saved(now));
    written = Stamp.of(file);
  }

  /** Called after each change; saves if due. */
  void changed(SearchRecord now) {
    last = now;
    long start = System.nanoTime();
    if (out.isEmpty() || start - savedAt < pause) {
      return;
    }
    try {
      if (!holdsAnother(out.get())) { // checked only when saving
        write(out.get(), now);
      }
    } catch (StoreProblem e) {
      terminal.note(e.sentence()); // retried at the end
    }
    savedAt = System.nanoTime();
    pause = Math.max(INTERVAL, SHARE * (savedAt - start));
  }

  /** Saves the last state after a failure, if possible. */
  void rescue() {
    try {
      if (last != null && !last.trials().isEmpty()) {
        end(last, true);
      }
    } catch (Failure cannot) {
      terminal.note(cannot.sentence());
    }
  }

  /** Saves to the fallback folder, for a full disk. @param lost reason why the file could not be written */
  private Failure elsewhere(SearchRecord found, Failure lost) {
    Path file = second.resolve(named());
    try {
      Files.createDirectories(second);
      ProjectFile.write(file, saved(found));
      return Failure.of("cli.problem.search_rescued", lost.sentence(), file.toString());
    } catch (IOException | StoreProblem e) {
      return lost;
    }
  }

  private String named() {
    return loaded.name() + "-search-" + LocalDateTime.now().format(TIME) + ProjectFile.SUFFIX;
  }

  /** @param interrupted then it is saved even without a file */
  void end(SearchRecord found, boolean interrupted) throws Failure {
    if (out.isEmpty() && !interrupted) {
      return;
    }
    Path file = out.filter(named -> !holdsAnother(named)).orElseGet(() -> Path.of("backprop-out", named()));
    try {
      if (!out.equals(Optional.of(file))) {
        OutFile.ready(file);
      }
      write(file, found);
    } catch (StoreProblem e) {
      throw elsewhere(found, new Failure(e.sentence()));
    }
    terminal.note("cli.kept", file.toString());
    if (interrupted) {
      terminal.note("trials.cli.goes_on", file.toString());
    }
  }
}
