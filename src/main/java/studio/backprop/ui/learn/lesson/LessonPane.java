package studio.backprop.ui.learn.lesson;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableBooleanValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.backprop.lesson.Directive;
import studio.backprop.lesson.Directive.Asking;
import studio.backprop.lesson.Directive.Faulty;
import studio.backprop.lesson.Directive.Predict;
import studio.backprop.lesson.Directive.Task;
import studio.backprop.lesson.LessonStep;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Landing;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Pulse;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.kit.formula.Typesetter;

/** View of a lesson: steps, text, question, and footer. */
public final class LessonPane extends BorderPane implements Landing {
  /** Minimum height of a pane for the names of all steps, in px. */
  private static final double ROOMY = 760;
  private static final PseudoClass STOPPED = PseudoClass.getPseudoClass("stopped");

  private final LessonModel model;
  private final Lang lang;
  private final Typesetter typesetter;
  private final StepList steps;
  private final LessonFooter footer;
  private final LessonKeys keys;
  private final LessonFocus focus;
  private final Label heading = new Label();
  private final MarkdownPane text;
  private final MarkdownPane ask;
  private final QuestionPane question;
  private final VBox hintBox = new VBox();
  private final MarkdownPane reply;
  private final MarkdownPane say;
  private final VerdictLine verdict;
  private final Label problem = new Label();
  private final Label preparing = new Label();
  private final VBox weights = new VBox();
  private final VBox page = new VBox();
  private final ScrollPane scroll = new ScrollPane(page);
  private final ReadOnlyBooleanWrapper asks = new ReadOnlyBooleanWrapper(this, "asks");
  private final PageSight sight;

  /** @param leave ends the lesson */
  public LessonPane(LessonModel model, Lang lang, Typesetter typesetter, ThemeModel theme, Pulse pulse, Runnable leave) {
    this.model = model;
    this.lang = lang;
    this.typesetter = typesetter;
    steps = new StepList(model, lang);
    footer = new LessonFooter(model, lang, leave);
    text = markdown("lesson-text");
    ask = markdown("ask");
    reply = markdown("lesson-text");
    say = markdown("lesson-text");
    verdict = new VerdictLine(model, lang);
    question = new QuestionPane(model, lang, typesetter, theme);
    keys = new LessonKeys(model, footer, digit -> question.isVisible() && question.press(digit), footer.turning());
    focus = new LessonFocus(model, this, scroll, question, weights, footer);
    sight = new PageSight(scroll, page, verdict, say);
    build(leave);
    model.stepProperty().subscribe((was, now) -> begin());
    model.phaseProperty().subscribe((was, now) -> refresh());
    model.textsProperty().subscribe((was, now) -> {
      fill();
      if (model.phase() == Phase.DONE) {
        sight.wantReply();
      }
    });
    model.endedProperty().subscribe((was, now) -> begin());
    model.renewalsProperty().subscribe((was, now) -> renew());
    TaskHelp help = model.question().help();
    for (var changed : List.of(help.triesProperty(), help.hintsProperty(), help.changedTooMuchProperty(), model.problemProperty(),
        model.presentedProperty(), model.playingProperty(), model.answering().keyProperty(), model.answering().typedProperty(),
        model.answering().sureProperty(), model.answering().orderProperty(), model.answering().drawnProperty())) {
      changed.subscribe(this::refresh);
    }
    lang.textsProperty().subscribe((was, now) -> {
      begin();
      focus.renew();
    });
    footer.turning().leadsProperty().subscribe((was, now) -> refresh());
    pulse.subscribe(this::look);
  }

  private MarkdownPane markdown(String style) {
    return new MarkdownPane(typesetter, name -> model.folder().picture(name, lang.texts().locale().getLanguage()), style);
  }

  private void build(Runnable leave) {
    getStyleClass().add("lesson");
    heading.getStyleClass().add("step-title");
    problem.getStyleClass().add("lesson-problem");
    preparing.getStyleClass().add("mut");
    for (Label words : List.of(heading, verdict, problem, preparing)) {
      words.setWrapText(true);
    }
    hintBox.getStyleClass().add("hints");
    weights.setId("lesson-weights");
    Region rule = rule(steps.before());
    Region lower = rule(steps.after());
    for (Region part : List.of(preparing, verdict, problem, hintBox, weights, rule, lower)) {
      part.managedProperty().bind(part.visibleProperty());
    }
    page.getStyleClass().add("lesson-page");
    page.getChildren().addAll(
        steps.before(), rule, heading, text, preparing, ask, question, weights, hintBox, verdict, reply, say, problem, lower,
        steps.after());
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("lesson-scroll");
    scroll.setVisible(false); // until there is a step
    setTop(new VBox(head(leave), steps.segments()));
    setCenter(scroll);
    footer.place(question.sure());
    setBottom(footer);
    heightProperty().subscribe(() -> steps.roomy(getHeight() >= ROOMY && !model.presentedProperty().get()));
    model.presentedProperty().subscribe(() -> steps.roomy(getHeight() >= ROOMY && !model.presentedProperty().get()));
    addEventFilter(KeyEvent.KEY_PRESSED, keys::press);
  }

  private LessonHead head(Runnable leave) {
    var title = Bindings.createStringBinding(() -> model.lesson().title(), lang.textsProperty(), model.renewalsProperty());
    var place = Bindings.createStringBinding(
        () -> model.stepProperty().get() < 0 ? ""
            : lang.texts().say("lesson.place", model.stepProperty().get() + 1, model.lesson().steps().size()),
        model.stepProperty(), model.renewalsProperty(), lang.textsProperty());
    LessonHead head = new LessonHead(title, place, lang, leave);
    head.visibleProperty().bind(model.presentedProperty().not()); // a class reads the step
    head.managedProperty().bind(head.visibleProperty());
    return head;
  }

  /** Separator of a visible list of steps. */
  private static Region rule(Region list) {
    Region rule = new Region();
    rule.getStyleClass().add("rule");
    rule.visibleProperty().bind(list.visibleProperty());
    return rule;
  }

  /** Sliders of the weights that a step lets the learner set; empty for none. */
  public void showWeights(Optional<Node> sliders) {
    weights.getChildren().setAll(sliders.map(List::of).orElse(List.of()));
    weights.setVisible(sliders.isPresent());
  }

  /** Whether an answer option can be selected. */
  public ObservableBooleanValue asksProperty() {
    return asks.getReadOnlyProperty();
  }

  /** Selects the answer with this number, from 1. */
  public void choose(int digit) {
    question.press(digit);
  }

  /** Action of the link to the next lesson. */
  public void offerNext(Runnable open) {
    footer.offerNext(open);
  }

  /** Moves the continue button elsewhere until {@link #takeBack}. */
  public Button lendLead() {
    return footer.lend();
  }

  /** Restores the continue button. */
  public void takeBack() {
    footer.takeBack();
  }

  /** Slides of a step shown in class. */
  public Turning turning() {
    return footer.turning();
  }

  /** Moves the weight sliders elsewhere until {@link #takeWeightsBack}. */
  public Region lendWeights() {
    page.getChildren().remove(weights);
    return weights;
  }

  /** Restores the sliders. */
  public void takeWeightsBack() {
    if (!page.getChildren().contains(weights)) {
      page.getChildren().add(page.getChildren().indexOf(question) + 1, weights);
    }
  }

  /** Action that opens a worksheet. */
  public void onSheet(Consumer<Directive.Sheet> open) {
    footer.onSheet(open);
  }

  /** Whether all text fits. */
  public boolean fits(double width, double height) {
    return getTop().prefHeight(width) + page.prefHeight(width) + footer.prefHeight(width) <= height;
  }

  // --- a step

  /** Reload: replaces texts, keeps the scroll position. */
  private void renew() {
    begin();
    sight.wantNothing();
  }

  private void begin() {
    boolean open = model.stepProperty().get() >= 0;
    scroll.setVisible(open);
    if (open) {
      question.begin();
      sight.wantTop();
      steps.refresh();
      sayHeading();
      fill();
    }
  }

  private void sayHeading() {
    List<LessonStep> all = model.lesson().steps();
    int now = model.stepProperty().get();
    heading.setText(model.endedProperty().get() ? lang.say("lesson.end.title") : now + 1 + ". " + all.get(now).heading());
  }

  private void fill() {
    if (model.stepProperty().get() < 0) {
      return;
    }
    StepTexts texts = model.textsProperty().get();
    boolean ended = model.endedProperty().get();
    LessonStep step = model.current();
    int now = model.stepProperty().get();
    String shown = texts == StepTexts.NONE ? StepTexts.early(model.lesson(), now) : model.lesson().before(now) + texts.text();
    text.show(ended ? lang.say("lesson.end.text", model.lesson().believes()) + surprises() : shown);
    ask.show(ended ? "" : texts.ask());
    question.setVisible(!ended && texts != StepTexts.NONE
        && step.asking().filter(asking -> !(asking instanceof Task) && !(asking instanceof Faulty)).isPresent());
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

  /** Summary of wrong predictions and reasons. */
  private String surprises() {
    List<LessonStep> all = model.lesson().steps();
    String steps = IntStream.range(0, all.size())
        .filter(i -> model.outcome(i).filter(outcome -> outcome.kind() == Outcome.Kind.WRONG).isPresent())
        .mapToObj(i -> "\n- " + lang.say("lesson.end.step", i + 1, all.get(i).heading())).collect(Collectors.joining());
    return steps.isEmpty() ? "" : "\n\n" + lang.say("lesson.end.surprises") + "\n" + steps;
  }

  private void refresh() {
    preparing.setVisible(model.phase() == Phase.PREPARING);
    preparing.setText(lang.say(model.stepProperty().get() > 0 ? "lesson.preparing" : "lesson.opening"));
    if (model.stepProperty().get() < 0) {
      return;
    }
    Phase phase = model.phase();
    boolean ended = model.endedProperty().get();
    Asking asking = model.current().asking().orElse(null);
    verdict.refresh();
    problem.setText(model.problemProperty().get().map(lang::say).orElse(asking instanceof Faulty faulty
        ? lang.say("lesson.faulty", faulty.problem().say(lang.texts())) : ""));
    problem.setVisible(!problem.getText().isEmpty() && !ended);
    problem.pseudoClassStateChanged(STOPPED, model.wasStopped());
    boolean predicts = asking instanceof Predict && (phase == Phase.ASKING || phase == Phase.REVEALING);
    boolean answered = phase == Phase.DONE && !ended && model.presentedProperty().get();
    text.setVisible(!answered && !text.plain().isBlank()); // a class has read it: question, right choice and reply have the room
    question.sure().setVisible(predicts && !ended && !model.presentedProperty().get()); // no confidence in class
    asks.set(!ended && phase == Phase.ASKING && !StepTexts.choices(asking).isEmpty());
    footer.refresh();
    say();
  }

  /** For screen readers. */
  private void say() {
    String page = joined(heading.getText(), text.plain(), ask.plain());
    String answered = joined(verdict.getText(), reply.plain(), say.plain(), problem.getText());
    String hints = model.textsProperty().get().hints().stream().map(MarkdownPane::plain).collect(Collectors.joining(" "));
    focus.say(joined(page, hints, answered), model.phase() == Phase.DONE && !model.endedProperty().get() ? answered : page);
  }

  private static String joined(String... parts) {
    return Stream.of(parts).filter(part -> !part.isBlank()).collect(Collectors.joining(" "));
  }

  /** Updates what depends on time: hint, progress of a reveal, and scrolling after layout. */
  private void look() {
    footer.look();
    focus.look();
    if (model.phase() != Phase.PREPARING) {
      sight.look();
    }
  }

  // --- keys

  /** Whether Space reveals or continues, instead of Play. */
  public ObservableBooleanValue revealsProperty() {
    return footer.revealsProperty();
  }

  /** Triggers the main button. */
  public void goOn() {
    footer.goOn();
  }

  /** Handles a key in class. @return whether handled */
  public boolean pressPresented(KeyEvent event) {
    return keys.pressPresented(event);
  }

  @Override
  public Node landing() {
    return focus.landing();
  }
}
