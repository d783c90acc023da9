package studio.backprop.ui.window.shell;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import studio.backprop.data.OwnFile;
import studio.backprop.lesson.read.Curriculum;
import studio.backprop.lesson.read.LessonFolder;
import studio.backprop.project.Project;
import studio.backprop.store.Opened;
import studio.backprop.store.Origin;
import studio.backprop.store.ProjectFile;
import studio.backprop.store.Recovery.Leftover;
import studio.backprop.store.Sample;
import studio.backprop.store.Saved;
import studio.backprop.store.StoreProblem;
import studio.backprop.text.Message;
import studio.backprop.ui.kit.Pulse;
import studio.backprop.ui.workspace.document.DocumentModel;
import studio.backprop.ui.workspace.document.ProjectTitle;
import studio.backprop.ui.workspace.document.TableForm;
import studio.backprop.ui.workspace.run.RunFiles;
import studio.backprop.ui.workspace.run.RunModel;
import studio.backprop.ui.workspace.run.WorkModel;

/** File operations of the window: new, open, save. I/O is done in the background; unsaved changes are dropped only after asking. */
public final class FilesModel {
  /** User dialogs. */
  public interface Dialogs {
    /** Answer on unsaved changes. */
    enum Answer {
      SAVE,
      DROP,
      CANCEL
    }

    Optional<Path> openFile(Optional<Path> near);

    Optional<Path> saveFile(Optional<Path> near, String name);

    /** @param what summary of the unsaved changes */
    Answer unsaved(Message what);

    void tell(Message title, List<Message> sentences);
  }

  private final DocumentModel document;
  private final RunModel run;
  private final WorkModel work;
  private final Pulse pulse;
  private final Dialogs dialogs;
  private final ReadOnlyBooleanWrapper reading = new ReadOnlyBooleanWrapper(this, "reading");
  private Runnable windowOpener = () -> {};
  private Consumer<Path> lessonOpener = file -> {};
  private Consumer<Path> ownOpener = file -> {};

  public FilesModel(DocumentModel document, RunModel run, WorkModel work, Pulse pulse, Dialogs dialogs) {
    this.document = document;
    this.run = run;
    this.work = work;
    this.pulse = pulse;
    this.dialogs = dialogs;
  }

  /** Whether a project is being loaded: edits of the current one would be lost. */
  public ReadOnlyBooleanProperty readingProperty() {
    return reading.getReadOnlyProperty();
  }

  public List<Sample> samples() {
    return Sample.all();
  }

  public void onNewWindow(Runnable opener) {
    windowOpener = opener;
  }

  public void newWindow() {
    windowOpener.run();
  }

  public void newProject() {
    afterAsking(() -> show(Saved.of(Project.EMPTY), "", Optional.empty()));
  }

  public void open() {
    dialogs.openFile(document.fileProperty().get()).ifPresent(this::open);
  }

  public void onLesson(Consumer<Path> opener) {
    lessonOpener = opener;
  }

  /** @param opener opens a user's own table or text as data */
  public void onOwn(Consumer<Path> opener) {
    ownOpener = opener;
  }

  /** Opens a file. A project replaces the current one only if it can be read; a lesson opens in another window. */
  public void open(Path file) {
    if (LessonFolder.isZipped(file) || Curriculum.isCourse(file)) {
      lessonOpener.accept(file);
      return;
    }
    if (OwnFile.hasEnding(file)) {
      ownOpener.accept(file);
      return;
    }
    read(() -> known(file.getFileName().toString(), ProjectFile.read(file)),
        opened -> afterAsking(() -> show(opened, DocumentModel.nameOf(file), Optional.of(file))));
  }

  BooleanExpression editedProperty() {
    return work.editedProperty();
  }

  /**
   * Reports a failure to open.
   *
   * @param title the failed action
   */
  public void tell(Message title, Message sentence) {
    dialogs.tell(title, List.of(sentence));
  }

  /** Opens an unsaved project made in this window. */
  public void open(Saved made) {
    afterAsking(() -> show(made, "", Optional.empty()));
  }

  public void openSample(String name) {
    Sample sample = Sample.find(name).orElseThrow();
    read(() -> known(name, read(sample)), opened -> afterAsking(() -> {
      show(opened, name, Optional.empty());
      run.control().speedProperty().set(sample.speed());
    }));
  }

  /**
   * Restores work left behind by a crash: unsaved, with its original file.
   *
   * @param then called once it is open
   */
  public void restore(Leftover leftover, Runnable then) {
    Origin origin = leftover.origin();
    read(() -> known(origin.name(), leftover.slot().read()), opened -> afterAsking(() -> {
      Saved saved = opened.saved();
      run.files().open(() -> document.openUnsaved(saved.project(), origin.name(), origin.file()), saved);
      tellNotes(opened);
      then.run();
    }));
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

  /** Runs an action that drops the open project, once its changes are saved or discarded. */
  public void afterAsking(Runnable action) {
    if (!work.isWorthAsking()) {
      action.run();
      return;
    }
    switch (dialogs.unsaved(unsaved())) {
      case SAVE -> document.fileProperty().get()
          .ifPresentOrElse(file -> write(file, path -> action.run()), () -> saveAs(path -> action.run()));
      case DROP -> action.run();
      default -> {}
    }
  }

  private Message unsaved() {
    Message name = ProjectTitle.of(document.nameProperty().get());
    long minutes = Math.round(work.secondsTrained() / 60);
    return work.isTrainedLong() ? Message.of("files.unsaved.training", name, minutes) : Message.of("files.unsaved.sentence", name);
  }

  private void saveAs(Consumer<Path> then) {
    String name = document.nameProperty().get();
    dialogs.saveFile(document.fileProperty().get(), name.isEmpty() ? "network" : name).map(FilesModel::withEnding)
        .ifPresent(file -> write(file, then));
  }

  private static Path withEnding(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(ProjectFile.SUFFIX) ? file : file.resolveSibling(name + ProjectFile.SUFFIX);
  }

  /** Caches the form of the project's own table, so that the JavaFX thread does not read it all. */
  private Opened known(String name, Opened opened) throws StoreProblem {
    Project project = opened.saved().project();
    project.table().ifPresent(
        table -> document.knowTable(Optional.of(table), project.data(), TableForm.of(Optional.of(table), project.data())));
    return opened;
  }

  private void show(Opened opened, String name, Optional<Path> file) {
    show(opened.saved(), name, file);
    tellNotes(opened);
  }

  private void tellNotes(Opened opened) {
    if (!opened.notes().isEmpty()) {
      dialogs.tell(Message.of("files.notes"), opened.notes());
    }
  }

  private void show(Saved saved, String name, Optional<Path> file) {
    run.files().open(() -> document.open(saved.project(), name, file), saved);
    run.control().speedProperty().set(Double.POSITIVE_INFINITY); // a speed limited for one sample does not apply to the next project
  }

  private void write(Path file, Consumer<Path> then) {
    Project project = document.project();
    WorkModel.Moment moment = work.moment();
    RunFiles.ToSave saved = run.files().toSave();
    inBackground(
        () -> {
          ProjectFile.write(file, saved.get());
          return file;
        },
        written -> {
          document.savedAs(project, written);
          work.savedAt(moment);
          then.accept(written);
        });
  }

  /** File operation that may fail with a message. */
  private interface Work<T> {
    T run() throws StoreProblem, IOException, InterruptedException, ExecutionException;
  }

  private void read(Work<Opened> work, Consumer<Opened> then) {
    reading.set(true);
    inBackground(work, opened -> {
      reading.set(false);
      then.accept(opened);
    });
  }

  private <T> void inBackground(Work<T> work, Consumer<T> then) {
    Thread thread =
        new Thread(
            () -> {
              try {
                T result = work.run();
                pulse.soon(() -> then.accept(result));
              } catch (StoreProblem problem) {
                tellSoon(problem.sentence());
              } catch (IOException e) {
                tellSoon(Message.of("files.unreadable", String.valueOf(e.getMessage())));
              } catch (OutOfMemoryError | ExecutionException e) {
                tellSoon(Message.of("files.no_memory"));
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            },
            "files");
    thread.setDaemon(true);
    thread.start();
  }

  private void tellSoon(Message sentence) {
    pulse.soon(() -> {
      reading.set(false);
      dialogs.tell(Message.of("files.problem"), List.of(sentence));
    });
  }
}
