package studio.backprop.store;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipException;
import studio.backprop.plan.Parameters;
import studio.backprop.project.Project;
import studio.backprop.text.Message;
import studio.backprop.train.TrainingProgress;
import studio.backprop.train.record.RunRecord;

/**
 * Reader and writer of project files, {@code name.backprop}: a ZIP of {@code project.json} and optional {@code data.csv}, {@code
 * weights.json}, {@code weights.bin}, {@code progress.json}, {@code optimizer.bin}, {@code best.bin}, {@code start.json}, {@code
 * start.bin}, {@code log.csv}, {@code steps.bin}, {@code rounds.bin}, {@code tries.json}, {@code tries.bin}, {@code test.json}, {@code
 * twins.json}, {@code search.json} and {@code search.bin}. Deterministic: equal projects give equal bytes.
 */
public final class ProjectFile {
  public static final String SUFFIX = ".backprop";

  private ProjectFile() {}

  /**
   * Writes a project atomically.
   *
   * @throws StoreProblem if it cannot be written; an existing file is unchanged
   */
  public static void write(Path file, Saved saved) throws StoreProblem {
    Map<Section, byte[]> sections = sections(saved);
    AtomicFile.write(file, out -> Container.write(sections, Container.SMALL, out));
  }

  /** Writes a project into a stream, which the caller closes. */
  public static void write(OutputStream out, Saved saved) throws IOException {
    Container.write(sections(saved), Container.SMALL, out);
  }

  /**
   * Checks that {@link #write} would succeed, without side effects.
   *
   * @throws StoreProblem if the project cannot be written
   */
  public static void check(Path file, Saved saved) throws StoreProblem {
    Map<Section, byte[]> sections = sections(saved);
    // uncompressed, as zero weights would compress better than trained ones
    AtomicFile.check(file, out -> Container.write(sections, Container.FAST, out));
  }

  static Map<Section, byte[]> sections(Saved saved) {
    Map<Section, byte[]> sections = new EnumMap<>(Section.class);
    ProjectSection.write(saved.project(), sections);
    saved.parameters().ifPresent(parameters -> WeightsSections.write(parameters, Section.WEIGHTS_INDEX, Section.WEIGHTS, sections));
    saved.start().ifPresent(set -> WeightsSections.write(set, Section.START_INDEX, Section.START, sections));
    saved.progressed().ifPresent(progressed -> ProgressSections.write(progressed, sections));
    if (saved.progressed().isPresent() && saved.steps().count() > 0) {
      sections.put(Section.STEPS, saved.steps().write());
    }
    if (saved.progressed().isPresent() && !saved.steps().rounds().isEmpty()) {
      sections.put(Section.ROUNDS, saved.steps().rounds().write());
    }
    RunSections.write(saved.runs(), saved.project(), sections);
    TestViewsSection.write(saved.testViews(), sections);
    TwinsSection.write(saved.twins(), saved.project(), sections);
    saved.search().ifPresent(search -> SearchSections.write(search, saved.project(), sections));
    return sections;
  }

  /** @throws StoreProblem if the file is no project, damaged, or too large for the memory */
  public static Opened read(Path file) throws StoreProblem {
    try (InputStream in = Files.newInputStream(file)) {
      return read(file.toString(), in);
    } catch (NoSuchFileException e) {
      throw StoreProblem.of("store.no-file", file);
    } catch (AccessDeniedException e) {
      throw StoreProblem.of("store.read-denied", file);
    } catch (IOException e) {
      throw StoreProblem.of("store.read-failed", file, AtomicFile.reason(e));
    }
  }

  /**
   * Reads a project from a stream, which the caller closes.
   *
   * @param name for messages
   * @throws IOException if the stream itself fails
   */
  public static Opened read(String name, InputStream in) throws StoreProblem, IOException {
    try {
      return open(Container.read(in));
    } catch (ZipException | EOFException e) {
      throw StoreProblem.of("store.damaged").in(name);
    } catch (StoreProblem e) {
      throw e.in(name);
    } catch (OutOfMemoryError e) {
      throw StoreProblem.of("store.memory").in(name);
    }
  }

  private static StepRows steps(Map<Section, byte[]> sections) throws StoreProblem {
    StepRows steps = sections.containsKey(Section.STEPS) ? StepRows.read(sections.get(Section.STEPS)) : StepRows.NONE;
    return sections.containsKey(Section.ROUNDS) ? steps.with(RoundRows.read(sections.get(Section.ROUNDS))) : steps;
  }

  private static Opened open(Map<Section, byte[]> sections) throws StoreProblem {
    Project project = ProjectSection.read(sections);
    WeightsSections.Read weights = WeightsSections.read(sections, Section.WEIGHTS_INDEX, Section.WEIGHTS, project.network(),
        project.training().seed());
    List<Message> notes = new ArrayList<>(weights.notes());
    Optional<Parameters> parameters = weights.parameters();
    Optional<TrainingProgress> progressed = Optional.empty();
    StepRows steps = StepRows.NONE;
    if (parameters.isPresent() && notes.isEmpty() && sections.containsKey(Section.PROGRESS)) {
      progressed = ProgressSections.read(sections, project, parameters.get());
      if (progressed.isEmpty()) {
        notes.add(Message.of("store.note.progress"));
      } else {
        steps = steps(sections);
      }
    }
    List<RunRecord> tries = RunSections.read(sections, project, notes);
    WeightsSections.Read start = WeightsSections.read(sections, Section.START_INDEX, Section.START, project.network(), project.training()
        .seed());
    return new Opened(new Saved(project, parameters, progressed, steps, tries, start.parameters(),
        TestViewsSection.read(sections), TwinsSection.read(sections, project, notes), SearchSections.read(sections, project, notes)),
        notes);
  }
}
