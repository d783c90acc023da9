package studio.backprop.ui.learn.author;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import studio.backprop.lesson.play.Progression;
import studio.backprop.teaching.author.AuthorProblem;
import studio.backprop.teaching.author.FirstLesson;
import studio.backprop.teaching.author.LessonWriter;
import studio.backprop.teaching.author.NewLesson;
import studio.backprop.text.Message;
import studio.backprop.ui.kit.Pulse;
import studio.backprop.ui.workspace.document.DocumentModel;
import studio.backprop.ui.workspace.run.RunFiles;
import studio.backprop.ui.workspace.run.RunModel;

/** View model of the new-lesson form. Creation runs in the background: the engine measures the numbers, then the folder is written. */
public final class NewLessonModel {
  private final StringProperty parent = new SimpleStringProperty(this, "parent", "");
  private final StringProperty id = new SimpleStringProperty(this, "id", "");
  private final StringProperty english = new SimpleStringProperty(this, "english", "");
  private final StringProperty chinese = new SimpleStringProperty(this, "chinese", "");
  private final ReadOnlyObjectWrapper<Message> problem = new ReadOnlyObjectWrapper<>(this, "problem");
  private final DocumentModel document;
  private final RunModel run;
  private final Errand making;
  private Consumer<Path> created = folder -> {};
  private String made = "";

  public NewLessonModel(DocumentModel document, RunModel run, Pulse pulse) {
    this.document = document;
    this.run = run;
    this.making = new Errand("first lesson", pulse);
    english.subscribe((before, now) -> follow());
    for (StringProperty entry : List.of(english, chinese, id, parent)) {
      entry.subscribe((before, now) -> problem.set(null)); // it may be right now
    }
  }

  /** Until the id is edited by hand, it is derived from the title. */
  private void follow() {
    if (id.get().isEmpty() || id.get().equals(made)) {
      made = NewLesson.idOf(english.get());
      id.set(made);
    }
  }

  /** Parent folder of the lesson's folder. */
  public StringProperty parentProperty() {
    return parent;
  }

  public StringProperty idProperty() {
    return id;
  }

  public StringProperty englishProperty() {
    return english;
  }

  public StringProperty chineseProperty() {
    return chinese;
  }

  /** Progress, from 0 to 1; below 0 while idle. */
  public ReadOnlyDoubleProperty progressProperty() {
    return making.progressProperty();
  }

  /** Why the last creation failed; null where it did not. */
  public ReadOnlyObjectProperty<Message> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** Receives the folder of a created lesson. */
  public void onCreated(Consumer<Path> hears) {
    created = hears;
  }

  /** Resets the form; titles and id are kept only after a failure. */
  public void open() {
    problem.set(null);
  }

  public void create() {
    problem.set(null);
    NewLesson wanted;
    try {
      wanted = new NewLesson(Path.of(parent.get().strip()), id.get().strip(), english.get(), chinese.get());
    } catch (InvalidPathException e) {
      problem.set(Message.of("author.unwritable", parent.get()));
      return;
    }
    Optional<Message> wrong = wanted.problem().or(this::notReady);
    if (wrong.isPresent() || parent.get().isBlank()) {
      problem.set(wrong.orElse(Message.of("author.no_folder")));
      return;
    }
    if (!making.busy()) {
      RunFiles.ToSave open = run.files().toSave();
      making.begin(progression -> make(wanted, open, progression));
    }
  }

  private Optional<Message> notReady() {
    return document.problemsProperty().get().stream().findFirst().map(found -> Message.of("author.not_ready_for", found.sentence()));
  }

  private Runnable make(NewLesson wanted, RunFiles.ToSave open, Progression progression) {
    try {
      LessonWriter.check(wanted);
      LessonWriter.write(wanted, FirstLesson.of(open.get(), wanted, progression));
      return () -> made(wanted.folder());
    } catch (AuthorProblem e) {
      return () -> problem.set(e.sentence());
    } catch (OutOfMemoryError | ExecutionException e) {
      return () -> problem.set(Message.of("files.no_memory"));
    } catch (CancellationException e) {
      return () -> {};
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return () -> {};
    }
  }

  private void made(Path folder) {
    english.set("");
    chinese.set("");
    id.set("");
    created.accept(folder);
  }

  /** Cancels the creation; nothing is written. */
  public void cancel() {
    making.cancel();
  }

  /** Default folder, unless one was entered. */
  public void suggest(Supplier<Path> folder) {
    if (parent.get().isBlank()) {
      parent.set(folder.get().toString());
    }
  }
}
