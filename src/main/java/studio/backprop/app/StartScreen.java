package studio.backprop.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import studio.backprop.data.DataProblem;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Progress;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.lesson.read.Curriculum;
import studio.backprop.lesson.read.LessonFolder;
import studio.backprop.lesson.read.ReadLesson;
import studio.backprop.plan.Parameters;
import studio.backprop.project.Neuron;
import studio.backprop.project.Project;
import studio.backprop.run.FullBatchDescent;
import studio.backprop.store.Saved;
import studio.backprop.train.Session;
import studio.backprop.ui.kit.Pulse;
import studio.backprop.ui.window.shell.FilesModel;
import studio.backprop.ui.window.start.Doors;
import studio.backprop.ui.window.start.NeuronModel;
import studio.backprop.ui.window.start.SamplesModel;
import studio.backprop.ui.window.start.StartView;
import studio.backprop.ui.workspace.document.DocumentModel;

/** Switches between start screen and project. */
final class StartScreen implements Doors {
  /** Sample of the tour: small, with content for every stop. */
  private static final String TOURED = "circles";

  private final WindowParts parts;
  private final DocumentModel document;
  private final FilesModel files;
  private final Pulse pulse;
  private final RecentProjects recent;
  private final ReadOnlyBooleanWrapper shown = new ReadOnlyBooleanWrapper(this, "shown");
  private Optional<CourseRoom> course = Optional.empty();
  private StartView view;
  private Tour tour;
  private boolean tourAsked;

  StartScreen(WindowParts parts) {
    this.parts = parts;
    document = parts.document();
    files = parts.files();
    pulse = parts.pulse();
    recent = new RecentProjects(parts.preferences(), pulse);
    files.onLesson(this::openLesson);
    document.openingsProperty().subscribe((before, now) -> {
      remember(document.fileProperty().get());
      leave();
    });
    document.fileProperty().subscribe((before, now) -> remember(now));
    // as when a table is dropped on the start screen
    document.projectProperty().subscribe((before, now) -> leave());
  }

  /** A project replaces the start screen; new users get the tour. */
  private void leave() {
    if (!shown.get()) {
      return;
    }
    back();
    if (tourAsked) {
      tour.begin();
    } else if (document.ready()) {
      tour.offer();
    }
  }

  private void remember(Optional<Path> file) {
    file.ifPresent(recent::remember);
  }

  /** Opens the lesson of a folder or zip file, or reports why not; a folder with several is listed on the page of lessons. */
  void openLesson(Path path) {
    if (Curriculum.isCourse(path)) {
      course.ifPresent(room -> room.add(path, parts.frame().getScene(), this::refresh));
      return;
    }
    try {
      LessonFolder folder = LessonFolder.open(path);
      ReadLesson read = ReadLesson.of(folder, List.of());
      if (read.lessons().isEmpty()) {
        parts.tell(read.problems().get(0));
      } else {
        openLesson(folder);
      }
    } catch (LessonFolder.Unreadable e) {
      parts.tell(e.sentence());
    }
  }

  /** Updates the learner's progress. */
  void refresh() {
    if (shown.get()) {
      course.ifPresent(room -> room.find(view::showLessons));
    }
  }

  void onLessons(CourseRoom room) {
    course = Optional.of(room);
  }

  @Override
  public void openLesson(LessonFolder folder) {
    course.ifPresent(room -> room.library().open(folder));
  }

  @Override
  public void lessons() {
    course.ifPresent(room -> room.showIn(parts.frame().getScene(), this::refresh));
  }

  /** The tour of the shell. */
  void onTour(Tour made) {
    tour = made;
  }

  ReadOnlyBooleanProperty shownProperty() {
    return shown.getReadOnlyProperty();
  }

  void show() {
    recent.refresh();
    tourAsked = false;
    if (view == null) {
      view = new StartView(new NeuronModel(descent(Neuron.project()), pulse), recent.model(),
          new SamplesModel(pulse, StartScreen::descent), parts.lang(), parts.theme(), this);
    }
    view.projectOpenProperty().set(document.openingsProperty().get() > 0);
    parts.frame().show(view);
    shown.set(true);
    FirstPicture.then(pulse, () -> {
      view.arrive();
      refresh();
    });
  }

  /** The window closes: cancels pending loads. */
  void end() {
    shown.set(false);
    course.ifPresent(CourseRoom::close);
  }

  private static FullBatchDescent descent(Project project) {
    try {
      PreparedData points = PreparedData.load(project.data(), project.table(), Progress.NONE);
      return new FullBatchDescent(project, points, KernelChoice.plain(), Session.initialParameters(project));
    } catch (DataProblem e) {
      throw new IllegalStateException("points are drawn, not read", e);
    }
  }

  @Override
  public void newNetwork() {
    files.newProject();
  }

  @Override
  public void open() {
    files.open();
  }

  @Override
  public void open(Path file) {
    files.open(file);
  }

  @Override
  public void openSample(String name) {
    files.openSample(name);
  }

  @Override
  public void open(Project project, Parameters weights) {
    files.open(new Saved(project, Optional.of(weights), Optional.empty()));
  }

  @Override
  public void tour() {
    tourAsked = true;
    files.openSample(TOURED);
  }

  @Override
  public void preferences() {
    parts.showPreferences();
  }

  @Override
  public void present() {
    back();
    parts.shell().present();
  }

  @Override
  public void back() {
    if (shown.get()) {
      view.leave();
      shown.set(false);
      parts.frame().show(parts.shell());
    }
  }
}
