package studio.backprop.ui.lesson;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableBooleanValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.backprop.lesson.Directive;
import studio.backprop.lesson.Directive.Asking;
import studio.backprop.lesson.Directive.Explain;
import studio.backprop.lesson.Directive.Faulty;
import studio.backprop.lesson.Directive.Predict;
import studio.backprop.lesson.Directive.PredictNumber;
import studio.backprop.lesson.Directive.Task;
import studio.backprop.lesson.LessonStep;
import studio.backprop.lesson.play.LessonNumbers;
import studio.backprop.ui.formula.Typesetter;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Pulse;
import studio.backprop.ui.kit.ThemeModel;

/** The text of a lesson with its question, the steps behind and before it, and the buttons that lead on. */
public final class LessonPane extends BorderPane {
  private static final double BELOW = 12;
  private static final PseudoClass NOW = PseudoClass.getPseudoClass("now");
  private static final PseudoClass DONE = PseudoClass.getPseudoClass("done");
  private static final PseudoClass SKIPPED = PseudoClass.getPseudoClass("skipped");

  private final LessonModel model;
  private final Lang lang;
  private final Hints hints;
  private final Runnable leave;
  private final HBox segments = new HBox();
  private final VBox before = new VBox();
  private final VBox after = new VBox();
  private final Label heading = new Label();
  private final MarkdownPane text;
  private final MarkdownPane ask;
  private final QuestionPane question;
  private final VBox hintBox = new VBox();
  private final MarkdownPane reply;
  private final MarkdownPane say;
  private final Label verdict = new Label();
  private final Label problem = new Label();
  private final VBox weights = new VBox();
  private final Button main = new Button();
  private final FlowPane more = new FlowPane();
  private final ProgressBar progress = new ProgressBar();
  private final VBox page = new VBox();
  private final ScrollPane scroll = new ScrollPane(page);
  private final Typesetter typesetter;
  private final ReadOnlyBooleanWrapper reveals = new ReadOnlyBooleanWrapper(this, "reveals");
  private final ReadOnlyBooleanWrapper asks = new ReadOnlyBooleanWrapper(this, "asks");
  private Optional<Next> next = Optional.empty();
  /** Whether the way on is to be brought into sight. */
  private boolean leadsOn;
  private Consumer<Directive.Sheet> sheets = sheet -> {};
  private Button hint;
  private Button solution;

  /** The lesson that comes after this one. */
  private record Next(String id, Runnable open) {}

  /** @param leave ends the lesson */
  public LessonPane(LessonModel model, Lang lang, Typesetter typesetter, ThemeModel theme, Pulse pulse, Runnable leave) {
    this.model = model;
    this.lang = lang;
    this.hints = new Hints(lang);
    this.leave = leave;
    this.typesetter = typesetter;
    text = markdown("lesson-text");
    ask = markdown("ask");
    reply = markdown("lesson-text");
    say = markdown("lesson-text");
    question = new QuestionPane(model, lang, typesetter, theme);
    build();
    model.stepProperty().subscribe((was, now) -> begin());
    model.phaseProperty().subscribe((was, now) -> refresh());
    model.textsProperty().subscribe((was, now) -> {
      fill();
      leadsOn = model.phase() == Phase.DONE;
    });
    model.endedProperty().subscribe((was, now) -> begin());
    model.renewalsProperty().subscribe((was, now) -> renew());
    model.triesProperty().subscribe((was, now) -> refresh());
    model.hintsProperty().subscribe((was, now) -> refresh());
    model.problemProperty().subscribe((was, now) -> refresh());
    lang.textsProperty().subscribe((was, now) -> begin());
    for (var given : List.of(model.answering().keyProperty(), model.answering().typedProperty())) {
      given.subscribe((was, now) -> refresh());
    }
    model.answering().sureProperty().subscribe((was, now) -> refresh());
    model.answering().orderProperty().subscribe((was, now) -> refresh());
    model.answering().drawnProperty().subscribe((was, now) -> refresh());
    pulse.subscribe(this::look);
  }

  private MarkdownPane markdown(String style) {
    return new MarkdownPane(typesetter, name -> model.folder().file(name), style);
  }

  private void build() {
    getStyleClass().add("lesson");
    Button back = new Button(null, Icon.CLOSE.view());
    back.setId("leave-lesson");
    back.getStyleClass().add("icon-only");
    back.setOnAction(event -> leave.run());
    hints.explain(back, "lesson.leave.help");
    Label title = new Label();
    title.getStyleClass().add("lesson-title");
    title.textProperty().bind(Bindings.createStringBinding(() -> model.lesson().title(), lang.textsProperty(), model.renewalsProperty()));
    title.setWrapText(true);
    HBox.setHgrow(title, Priority.ALWAYS);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Label place = new Label();
    place.getStyleClass().add("mut");
    place.setMinWidth(Region.USE_PREF_SIZE);
    place.textProperty().bind(Bindings.createStringBinding(() -> lang.say("lesson.place", model.stepProperty().get() + 1,
        model.lesson().steps().size()), model.stepProperty(), model.renewalsProperty(), lang.textsProperty()));
    HBox head = new HBox(back, title, gap, place);
    head.getStyleClass().add("lesson-head");
    segments.getStyleClass().add("segments");
    heading.getStyleClass().add("step-title");
    heading.setWrapText(true);
    verdict.getStyleClass().add("verdict");
    verdict.setWrapText(true);
    problem.getStyleClass().add("lesson-problem");
    problem.setWrapText(true);
    hintBox.getStyleClass().add("hints");
    before.getStyleClass().add("steps");
    after.getStyleClass().add("steps");
    weights.setId("lesson-weights");
    main.setId("lesson-main");
    main.getStyleClass().add("main");
    main.setMaxWidth(Double.MAX_VALUE);
    more.getStyleClass().add("more");
    progress.setMaxWidth(Double.MAX_VALUE);
    progress.setId("lesson-progress");
    for (Region part : List.of(verdict, problem, hintBox, progress, weights, main, more)) {
      part.managedProperty().bind(part.visibleProperty());
    }
    Region rule = new Region();
    rule.getStyleClass().add("rule");
    Region lower = new Region();
    lower.getStyleClass().add("rule");
    page.getStyleClass().add("lesson-page");
    page.getChildren().addAll(
        before, rule, heading, text, ask, question, weights, hintBox, verdict, reply, say, problem, progress, main, more, lower, after);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("lesson-scroll");
    scroll.setVisible(false); // until there is a step
    place.visibleProperty().bind(model.stepProperty().greaterThanOrEqualTo(0));
    setTop(new VBox(head, segments));
    setCenter(scroll);
    addEventFilter(KeyEvent.KEY_PRESSED, this::press);
  }

  /** Sliders for the weights that a step hands to the learner; empty for none. */
  public void showWeights(Optional<Node> sliders) {
    weights.getChildren().setAll(sliders.map(List::of).orElse(List.of()));
    weights.setVisible(sliders.isPresent());
  }

  /** Whether one of several answers can be chosen. */
  public ObservableBooleanValue asksProperty() {
    return asks.getReadOnlyProperty();
  }

  /** Chooses the answer with this number, from 1. */
  public void choose(int digit) {
    question.press(digit);
  }

  /** The lesson that the last page leads to. */
  public void offerNext(String id, Runnable open) {
    next = Optional.of(new Next(id, open));
  }

  /** What opens a sheet to compute by hand. */
  public void onSheet(Consumer<Directive.Sheet> open) {
    sheets = open;
  }

  // --- a step

  /** Its author has saved it: the words are others, the place on the page is the same. */
  private void renew() {
    double place = scroll.getVvalue();
    begin();
    scroll.setVvalue(place);
  }

  private void begin() {
    boolean open = model.stepProperty().get() >= 0;
    scroll.setVisible(open);
    if (!open) {
      return;
    }
    question.begin();
    scroll.setVvalue(0);
    fillSteps();
    fill();
    refresh();
  }

  private void fillSteps() {
    List<LessonStep> steps = model.lesson().steps();
    int now = model.endedProperty().get() ? steps.size() : model.stepProperty().get();
    segments.getChildren().clear();
    before.getChildren().clear();
    after.getChildren().clear();
    for (int i = 0; i < steps.size(); i++) {
      Region segment = new Region();
      segment.getStyleClass().add("segment");
      boolean skipped = model.outcome(i).map(Outcome::kind).filter(kind -> kind == Outcome.Kind.SKIPPED).isPresent();
      segment.pseudoClassStateChanged(NOW, i == now);
      segment.pseudoClassStateChanged(DONE, i < now && !skipped);
      segment.pseudoClassStateChanged(SKIPPED, i < now && skipped);
      HBox.setHgrow(segment, Priority.ALWAYS);
      segments.getChildren().add(segment);
      if (i != now) {
        (i < now ? before : after).getChildren().add(line(i, steps.get(i)));
      }
    }
    heading.setText(now < steps.size() ? now + 1 + ". " + steps.get(now).heading() : lang.say("lesson.end.title"));
    before.setVisible(!before.getChildren().isEmpty());
  }

  private HBox line(int index, LessonStep step) {
    Optional<Outcome> outcome = model.outcome(index);
    boolean skipped = outcome.map(Outcome::kind).filter(kind -> kind == Outcome.Kind.SKIPPED).isPresent();
    Icon sign = skipped ? Icon.CHEVRON_RIGHT : outcome.isPresent() ? Icon.OK : Icon.TARGET;
    Label name = new Label(index + 1 + ". " + step.heading(), sign.view());
    name.getStyleClass().add(outcome.isPresent() && !skipped ? "done-step" : "step-ahead");
    name.setMinWidth(0);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Label became = new Label(outcome.map(one -> lang.say("lesson.outcome." + one.kind().name().toLowerCase(Locale.ROOT)))
        .orElse(""));
    became.getStyleClass().addAll("note", "mut");
    became.setMinWidth(Region.USE_PREF_SIZE);
    return new HBox(name, gap, became);
  }

  private void fill() {
    StepTexts texts = model.textsProperty().get();
    boolean ended = model.endedProperty().get();
    LessonStep step = model.current();
    String opening = model.stepProperty().get() == 0 && !model.lesson().opening().isBlank() ? model.lesson().opening() + "\n\n" : "";
    String shown = texts == StepTexts.NONE ? "" : texts.text();
    text.show(ended ? lang.say("lesson.end.text", model.believes()) : opening + shown);
    ask.show(ended ? "" : texts.ask());
    question.setVisible(!ended && step.asking().filter(asking -> !(asking instanceof Task) && !(asking instanceof Faulty)).isPresent());
    question.words(texts.choices());
    hintBox.getChildren().clear();
    for (String one : texts.hints()) {
      MarkdownPane pane = markdown("lesson-text");
      pane.show(one);
      HBox row = new HBox(Icon.IDEA.view(), pane);
      HBox.setHgrow(pane, Priority.ALWAYS);
      row.getStyleClass().add("hint");
      hintBox.getChildren().add(row);
    }
    hintBox.setVisible(!texts.hints().isEmpty() && !ended);
    reply.show(ended ? "" : texts.reply());
    say.show(ended ? "" : texts.say());
    refresh();
  }

  private void refresh() {
    if (model.stepProperty().get() < 0) {
      return;
    }
    Phase phase = model.phase();
    boolean ended = model.endedProperty().get();
    Asking asking = model.current().asking().orElse(null);
    judge(phase, ended, asking);
    problem.setText(model.problemProperty().get().map(lang::say).orElse(asking instanceof Faulty faulty
        ? lang.say("lesson.faulty", faulty.problem().say(lang.texts())) : ""));
    problem.setVisible(!problem.getText().isEmpty() && !ended);
    main.setText(lang.say(ended ? "lesson.leave" : phase == Phase.ASKING || phase == Phase.REVEALING
        ? "lesson.reveal" : isLast() ? "lesson.finish" : "lesson.next"));
    main.setGraphic((phase == Phase.ASKING && !ended ? Icon.EYE : Icon.ARROW_RIGHT).view());
    main.setVisible(ended || phase != Phase.PREPARING && (phase != Phase.ASKING || asking instanceof Predict));
    main.setDisable(!ended && (phase == Phase.PREPARING || phase == Phase.REVEALING || phase == Phase.ASKING && !model.mayReveal()));
    reveals.set(!ended && phase == Phase.ASKING && model.mayReveal() || phase == Phase.DONE && !(asking instanceof Task));
    asks.set(!ended && phase == Phase.ASKING && !StepTexts.choices(asking).isEmpty());
    main.setOnAction(event -> {
      if (ended) {
        leave.run();
      } else {
        goOn();
      }
    });
    fillMore(phase, ended, asking);
  }

  private boolean isLast() {
    return model.stepProperty().get() == model.lesson().steps().size() - 1;
  }

  /** One sentence on the answer, with both numbers where there are two. */
  private void judge(Phase phase, boolean ended, Asking asking) {
    String said = "";
    boolean right = false;
    Optional<Outcome> outcome = model.outcome(model.stepProperty().get());
    if (phase == Phase.DONE && !ended && outcome.isPresent()) {
      right = outcome.get().kind() != Outcome.Kind.WRONG;
      boolean certain = outcome.get().sure() == 3;
      if (asking instanceof PredictNumber) {
        String truth = LessonNumbers.write(model.answering().truth(), -1, false, lang.texts().locale());
        said = lang.say(right ? "lesson.number.right" : "lesson.number.wrong", outcome.get().answer(), truth);
      } else if (asking instanceof Predict) {
        said = lang.say(right ? "lesson.right" : certain ? "lesson.certain_wrong" : "lesson.wrong");
      } else if (asking instanceof Task) {
        said = lang.say("lesson.done");
      } else if (asking instanceof Explain) {
        said = lang.say(right ? "lesson.explain.right" : "lesson.explain.wrong");
      }
    } else if (phase == Phase.ASKING && asking instanceof PredictNumber && !model.answering().typedProperty().get().isBlank()
        && model.answering().number().isEmpty()) {
      said = lang.say("lesson.number.none");
    } else if (phase == Phase.ASKING && asking instanceof Predict predict && model.answering().isGiven(predict)
        && model.answering().sure() == 0 && !model.presentedProperty().get()) {
      said = lang.say("lesson.say_sure");
    } else if (phase == Phase.ASKING && model.triesProperty().get() > 0) {
      said = lang.say("lesson.missed");
    }
    verdict.setText(said);
    verdict.setVisible(!said.isEmpty());
    verdict.pseudoClassStateChanged(PseudoClass.getPseudoClass("right"), right);
    verdict.setGraphic(said.isEmpty() ? null : (right ? Icon.OK : Icon.INFO).view());
  }

  private void fillMore(Phase phase, boolean ended, Asking asking) {
    more.getChildren().clear();
    if (ended) {
      next.ifPresent(after -> more.getChildren().add(button("lesson.next_lesson", Icon.ARROW_RIGHT, after.open())));
      more.getChildren().add(link("lesson.back", Icon.CHEVRON_LEFT, model::back));
      return;
    }
    if (asking instanceof Task && phase == Phase.ASKING) {
      hint = button("lesson.hint", Icon.IDEA, model::hint);
      solution = button("lesson.solution", Icon.PLAY, model::playSolution);
      more.getChildren().addAll(hint, solution, link("lesson.put_back", Icon.RESET, model::putStartBack));
    }
    if (model.stepProperty().get() > 0) {
      more.getChildren().add(link("lesson.back", Icon.CHEVRON_LEFT, model::back));
    }
    model.current().sheet()
        .ifPresent(sheet -> more.getChildren().add(button("lesson.sheet", Icon.WORKSHEET, () -> sheets.accept(sheet))));
    if (phase == Phase.ASKING) {
      more.getChildren().add(link("lesson.skip", Icon.CHEVRON_RIGHT, model::skip));
    }
    look();
  }

  private Button button(String key, Icon icon, Runnable action) {
    Button button = new Button(lang.say(key), icon.view());
    button.setId(key.replace('.', '-'));
    button.setOnAction(event -> action.run());
    button.managedProperty().bind(button.visibleProperty());
    return button;
  }

  private Hyperlink link(String key, Icon icon, Runnable action) {
    Hyperlink link = new Hyperlink(lang.say(key), icon.view());
    link.setId(key.replace('.', '-').replace('_', '-'));
    link.setOnAction(event -> {
      link.setVisited(false);
      action.run();
    });
    hints.explain(link, key + ".help");
    return link;
  }

  /** What comes with time: a hint, and how far a reveal is. */
  private void look() {
    if (hint != null) {
      hint.setVisible(model.mayHint());
      solution.setVisible(model.mayPlaySolution());
    }
    if (leadsOn && main.isVisible() && !page.isNeedsLayout()) {
      leadsOn = false;
      double hidden = page.getHeight() - scroll.getViewportBounds().getHeight();
      double end = main.getBoundsInParent().getMaxY() + BELOW;
      double seen = scroll.getVvalue() * hidden + scroll.getViewportBounds().getHeight();
      if (hidden > 0 && end > seen) {
        scroll.setVvalue(Math.min(1, (end - scroll.getViewportBounds().getHeight()) / hidden));
      }
    }
    double far = model.bench().progressProperty().get();
    boolean busy = far >= 0;
    if (progress.isVisible() != busy) {
      progress.setVisible(busy);
    }
    if (busy) {
      progress.setProgress(far);
    }
  }

  // --- keys

  /** Whether Space reveals, or leads on: then it does not mean Play. */
  public ObservableBooleanValue revealsProperty() {
    return reveals.getReadOnlyProperty();
  }

  /** Goes on as the main button does: reveals, or goes to the next step. @return whether there was something to go on with */
  public boolean goOn() {
    if (model.phase() == Phase.ASKING) {
      boolean may = model.mayReveal();
      model.reveal();
      return may;
    }
    boolean may = model.phase() == Phase.DONE || model.phase() == Phase.READING;
    model.next();
    return may;
  }

  /** Before a class a clicker leads, digits count the class, and Backspace begins to count anew. @return whether the key was meant */
  public boolean pressPresented(KeyEvent event) {
    String typed = event.getText();
    boolean digit = typed.length() == 1 && typed.charAt(0) >= '1' && typed.charAt(0) <= '9';
    if (event.isShortcutDown() || event.isAltDown()) {
      return false;
    } else if (digit) {
      model.count(typed.charAt(0) - '1');
    } else if (event.getCode() == KeyCode.BACK_SPACE) {
      model.count(-1);
    } else if (event.getCode() == KeyCode.PAGE_DOWN || event.getCode() == KeyCode.SPACE && (model.mayReveal() || reveals.get())) {
      goOnBeforeClass();
    } else if (event.getCode() == KeyCode.PAGE_UP) {
      model.back();
    } else {
      return false;
    }
    return true;
  }

  /** What a class does not do itself, the lesson does. */
  private void goOnBeforeClass() {
    if (model.phase() == Phase.ASKING && !model.mayReveal()) {
      model.skip();
    } else {
      goOn();
    }
  }

  /** Within a lesson the digits choose, and Space goes on. */
  public void press(KeyEvent event) {
    if (event.getTarget() instanceof TextInputControl || event.isShortcutDown() || event.isAltDown()) {
      return;
    }
    String typed = event.getText();
    boolean digit = typed.length() == 1 && typed.charAt(0) >= '1' && typed.charAt(0) <= '9';
    if (digit && question.isVisible() && question.press(typed.charAt(0) - '0')) {
      event.consume();
    } else if (event.getCode() == KeyCode.PAGE_DOWN) {
      goOn();
      event.consume();
    } else if (event.getCode() == KeyCode.PAGE_UP) {
      model.back();
      event.consume();
    }
  }

  @Override
  public void requestFocus() {
    if (main.isVisible() && !main.isDisabled()) {
      main.requestFocus();
    } else {
      question.focusFirst();
    }
  }
}
