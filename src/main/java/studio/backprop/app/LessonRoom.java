package studio.backprop.app;

import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import studio.backprop.app.lesson.LessonActs;
import studio.backprop.lesson.Directive;
import studio.backprop.lesson.Directive.Explain;
import studio.backprop.lesson.read.ReadLesson;
import studio.backprop.text.Message;
import studio.backprop.ui.kit.Command;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Toast;
import studio.backprop.ui.learn.lesson.LessonModel;
import studio.backprop.ui.learn.lesson.LessonPane;
import studio.backprop.ui.learn.lesson.Phase;
import studio.backprop.ui.window.presenter.PresenterView;
import studio.backprop.ui.window.shell.ShellView;

/** The lesson at the left of the window, and what it does with the rooms beside it. */
final class LessonRoom implements AutoCloseable {
  private static final String CHOOSE = "command.lesson.choose";
  private static final int CHOICES = 6;
  /** Around the text, so that rims and rounding make it no longer than it may be, in px. */
  private static final double SPARE = 12;

  private final LessonStart start;
  private final LessonStage stage;
  private final LessonBench bench;
  private final LessonActs acts;
  private final LessonModel model;
  private final LessonPane view;
  private Runnable takeBack = () -> {};
  private Subscription firstStep = Subscription.EMPTY;

  /** @param leave ends the lesson */
  LessonRoom(RoomContext at, LessonStart start, LessonStage stage, LessonActs acts, Runnable leave) {
    this.start = start;
    this.stage = stage;
    this.acts = acts;
    bench = new LessonBench(at, stage, acts);
    model = new LessonModel(start.folder(), start.lessons(), bench, at.lang(), start.keeper());
    view = new LessonPane(model, at.lang(), at.typesetter(), at.theme(), at.pulse(), leave);
    stage.onWeights(sliders -> {
      sliders.ifPresent(some -> some.heldProperty().subscribe(bench::hold));
      view.showWeights(sliders.map(node -> node));
    });
    at.shell().offerWhilePossible(IntStream.rangeClosed(1, CHOICES).mapToObj(digit -> Command.of(CHOOSE, Command.Group.WINDOW, Icon.CHECK,
        String.valueOf(digit), () -> view.choose(digit)).when(view.asksProperty())).toList());
    at.shell().offerWhilePossible(List.of(
        Command.of("command.lesson.reveal", Command.Group.WINDOW, Icon.EYE, "Space", view::goOn).when(view.revealsProperty())));
    sayRefusals(at);
  }

  /** An edit that the step does not permit changes nothing, and a sentence says so. */
  private static void sayRefusals(RoomContext at) {
    ObjectProperty<Message> refused = new SimpleObjectProperty<>();
    at.frame().say(new Toast(at.lang().bind(refused), () -> refused.set(null), at.motion()));
    at.document().lock().refusalsProperty().subscribe(() -> refused.set(Message.of("lesson.refused")));
  }

  /**
   * While somebody presents, the text of the lesson and the views of its step are seen in turn, in large letters.
   *
   * @param roomTitle is told the key of what the room beside network and plots is called
   */
  void presentWith(PresenterView presenter, ShellView shell, StackPane text, StringProperty roomTitle) {
    presenter.makeBare();
    presenter.hearFirst(view::pressPresented);
    presenter.call(() -> model.lesson().title());
    presenter.count(Bindings.createObjectBinding(this::counted, view.asksProperty(), model.stepProperty()));
    presenter.mayGrow(text, (width, height) -> view.fits(width - SPARE, height - SPARE));
    LessonSlides slides = new LessonSlides(model, view, presenter, stage::exhibits);
    presenter.presentingProperty().subscribe((before, now) -> {
      model.presentedProperty().set(now);
      stage.present(now);
      if (now) {
        takeBack = shell.lendLeft();
        text.getChildren().setAll(view);
        presenter.lead(List.of(view.lendLead()));
        slides.begin();
      } else {
        text.getChildren().clear();
        presenter.lead(List.of());
        slides.end();
        view.takeBack();
        takeBack.run();
      }
    });
    stage.onShown(() -> {
      allow(presenter);
      stage.room().map(PresentedRoom::titleKey).ifPresent(roomTitle::set);
      slides.offer();
    });
    model.endedProperty().subscribe(() -> allow(presenter));
  }

  /** How many choices there are to count a class for. */
  private int counted() {
    return view.asksProperty().get() ? model.current().asking().map(asking -> asking.choices().size()).orElse(0) : 0;
  }

  /** What the step lets a class train with; nothing where a reason is asked, and on the last page. */
  private void allow(PresenterView presenter) {
    boolean open = !model.endedProperty().get() && !(model.current().asking().orElse(null) instanceof Explain);
    presenter.allow(open && stage.allows("play"), open && stage.allows("step"));
  }

  /** Shows the words of the step that was asked for, and the rooms that it needs. */
  void prepare() {
    model.prepare(start.step());
  }

  /** Begins at the step that was asked for. */
  void begin() {
    model.begin(start.step());
  }

  /** Carries out the action as soon as the step that it begins with can be worked on. */
  void onFirstStep(Runnable action) {
    firstStep = model.phaseProperty().subscribe(now -> {
      if (now != Phase.PREPARING && model.stepProperty().get() >= 0) {
        firstStep.unsubscribe();
        action.run();
      }
    });
  }

  /** Takes over what its author has saved. */
  void renew(ReadLesson read) {
    acts.renew(read.folder());
    model.renew(read.folder(), read.lessons());
  }

  /** Whether the lesson itself is doing something in the window. */
  boolean acting() {
    return bench.acting();
  }

  /** Lets its author use everything, as long as commands are recorded; afterwards the step begins again. */
  void free(boolean free) {
    if (free) {
      bench.show(Directive.Show.ALL.freed());
    } else if (model.stepProperty().get() >= 0) {
      model.begin(model.stepProperty().get());
    }
  }

  /** The lesson that the last page leads to. */
  void offerNext(Runnable open) {
    view.offerNext(open);
  }

  LessonModel model() {
    return model;
  }

  LessonPane view() {
    return view;
  }

  @Override
  public void close() {
    model.close();
    bench.close();
  }
}
