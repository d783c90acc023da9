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

/** The lesson's text at the left of the window, and its effects on the other panels. */
final class LessonRoom implements AutoCloseable {
  private static final String CHOOSE = "command.lesson.choose";
  private static final int CHOICES = 6;
  /** Tolerance of the text's height for borders and rounding, in px. */
  private static final double SPARE = 12;

  private final LessonStart start;
  private final LessonStage stage;
  private final LessonBench bench;
  private final LessonActs acts;
  private final LessonModel model;
  private final LessonPane view;
  private Runnable takeBack = () -> {};
  private Subscription firstStep = Subscription.EMPTY;

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

  /** Reports a rejected edit. */
  private static void sayRefusals(RoomContext at) {
    ObjectProperty<Message> refused = new SimpleObjectProperty<>();
    at.frame().say(new Toast(at.lang().bind(refused), () -> refused.set(null), at.motion()));
    at.document().lock().refusalsProperty().subscribe(() -> refused.set(Message.of("lesson.refused")));
  }

  /**
   * In a presentation the text and the views of the step alternate, in large type.
   *
   * @param roomTitle receives the text key of the view beside network and plots
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

  /** Number of choices to vote on. */
  private int counted() {
    return view.asksProperty().get() ? model.current().asking().map(asking -> asking.choices().size()).orElse(0) : 0;
  }

  /** Enables Play and Step as the step permits; neither for a question about a reason, nor on the last page. */
  private void allow(PresenterView presenter) {
    boolean open = !model.endedProperty().get() && !(model.current().asking().orElse(null) instanceof Explain);
    presenter.allow(open && stage.allows("play"), open && stage.allows("step"));
  }

  /** Shows the text of the initial step and its panels. */
  void prepare() {
    model.prepare(start.step());
  }

  /** Begins at the initial step. */
  void begin() {
    model.begin(start.step());
  }

  /** Runs the action once the initial step is ready. */
  void onFirstStep(Runnable action) {
    firstStep = model.phaseProperty().subscribe(now -> {
      if (now != Phase.PREPARING && model.stepProperty().get() >= 0) {
        firstStep.unsubscribe();
        action.run();
      }
    });
  }

  /** Reloads after its author has saved. */
  void renew(ReadLesson read) {
    acts.renew(read.folder());
    model.renew(read.folder(), read.lessons());
  }

  /** Whether the lesson is executing commands. */
  boolean acting() {
    return bench.acting();
  }

  /** Lifts all restrictions while the author records commands; the step restarts afterwards. */
  void free(boolean free) {
    if (free) {
      bench.show(Directive.Show.ALL.freed());
    } else if (model.stepProperty().get() >= 0) {
      model.begin(model.stepProperty().get());
    }
  }

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
