package studio.backprop.ui.shell;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import studio.backprop.store.Opened;
import studio.backprop.store.ProjectFile;
import studio.backprop.store.Sample;
import studio.backprop.store.Saved;
import studio.backprop.store.StoreProblem;
import studio.backprop.text.Message;
import studio.backprop.train.Project;
import studio.backprop.train.Session;
import studio.backprop.ui.document.DocumentModel;
import studio.backprop.ui.kit.Pulse;
import studio.backprop.ui.run.RunModel;

/** New, open, save: what the window does with files. Reading and writing go on in the background; nothing unsaved is dropped unasked. */
public final class FilesModel {
  /** Where a person is asked or told something. */
  public interface Dialogs {
    /** What to do with changes that are not saved. */
    enum Answer {
      SAVE,
      DROP,
      CANCEL
    }

    Optional<Path> openFile(Optional<Path> near);

    Optional<Path> saveFile(Optional<Path> near, String name);

    Answer unsaved(String name);

    void tell(Message title, List<Message> sentences);
  }

  private final DocumentModel document;
  private final RunModel run;
  private final Pulse pulse;
  private final Dialogs dialogs;

  public FilesModel(DocumentModel document, RunModel run, Pulse pulse, Dialogs dialogs) {
    this.document = document;
    this.run = run;
    this.pulse = pulse;
    this.dialogs = dialogs;
  }

  /** The samples that come with the program. */
  public List<Sample> samples() {
    return Sample.all();
  }

  public void newProject() {
    afterAsking(() -> show(Saved.of(Project.EMPTY), "", Optional.empty()));
  }

  public void open() {
    afterAsking(() -> dialogs.openFile(document.fileProperty().get()).ifPresent(this::read));
  }

  /** Opens a file, as when it is dropped on the window. */
  public void open(Path file) {
    afterAsking(() -> read(file));
  }

  public void openSample(String name) {
    Sample sample = Sample.find(name).orElseThrow();
    afterAsking(() -> inBackground(() -> read(sample), opened -> show(opened, name, Optional.empty())));
  }

  private static Opened read(Sample sample) throws StoreProblem, IOException {
    try (InputStream in = sample.open()) {
      return ProjectFile.read(sample.name(), in);
    }
  }

  public void save() {
    document.fileProperty().get().ifPresentOrElse(file -> write(file, saved -> {}), this::saveAs);
  }

  public void saveAs() {
    saveAs(saved -> {});
  }

  /** Runs an action that drops the open project, once its changes are saved or given up. */
  public void afterAsking(Runnable action) {
    if (!document.changedProperty().get()) {
      action.run();
      return;
    }
    switch (dialogs.unsaved(document.nameProperty().get())) {
      case SAVE -> document.fileProperty().get()
          .ifPresentOrElse(file -> write(file, path -> action.run()), () -> saveAs(path -> action.run()));
      case DROP -> action.run();
      default -> {}
    }
  }

  private void saveAs(Consumer<Path> then) {
    String name = document.nameProperty().get();
    dialogs.saveFile(document.fileProperty().get(), name.isEmpty() ? "network" : name).map(FilesModel::withEnding).ifPresent(file -> write(file, then));
  }

  private static Path withEnding(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(ProjectFile.SUFFIX) ? file : file.resolveSibling(name + ProjectFile.SUFFIX);
  }

  private void read(Path file) {
    inBackground(() -> ProjectFile.read(file), opened -> show(opened, DocumentModel.nameOf(file), Optional.of(file)));
  }

  private void show(Opened opened, String name, Optional<Path> file) {
    show(opened.saved(), name, file);
    if (!opened.notes().isEmpty()) {
      dialogs.tell(Message.of("files.notes"), opened.notes());
    }
  }

  private void show(Saved saved, String name, Optional<Path> file) {
    run.open(() -> document.open(saved.project(), name, file), saved.parameters(), saved.progressed());
  }

  private void write(Path file, Consumer<Path> then) {
    Project project = document.project();
    CompletableFuture<Optional<Saved>> learned = run.trainer().ask(FilesModel::copy);
    inBackground(
        () -> {
          Saved saved = learned.join().map(s -> new Saved(project, s.parameters(), s.progressed())).orElse(Saved.of(project));
          ProjectFile.write(file, saved);
          return file;
        },
        written -> {
          document.savedAs(project, written);
          then.accept(written);
        });
  }

  private static Saved copy(Session session) {
    return Saved.of(session);
  }

  /** Work with files that may fail with a sentence. */
  private interface Work<T> {
    T run() throws StoreProblem, IOException;
  }

  private <T> void inBackground(Work<T> work, Consumer<T> then) {
    Thread thread =
        new Thread(
            () -> {
              try {
                T result = work.run();
                pulse.soon(() -> then.accept(result));
              } catch (StoreProblem problem) {
                pulse.soon(() -> dialogs.tell(Message.of("files.problem"), List.of(problem.sentence())));
              } catch (IOException e) {
                pulse.soon(() -> dialogs.tell(Message.of("files.problem"), List.of(Message.of("files.unreadable", String.valueOf(e.getMessage())))));
              }
            },
            "files");
    thread.setDaemon(true);
    thread.start();
  }
}
