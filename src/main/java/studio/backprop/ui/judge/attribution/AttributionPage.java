package studio.backprop.ui.judge.attribution;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.backprop.data.PreparedData;
import studio.backprop.evaluate.attribution.AttributionBaseline;
import studio.backprop.text.Message;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.PageColumns;
import studio.backprop.ui.kit.Pulse;
import studio.backprop.ui.kit.Scrolled;
import studio.backprop.ui.kit.Sight;
import studio.backprop.ui.kit.Terms;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.kit.WorkBar;
import studio.backprop.ui.kit.export.PageExport;
import studio.backprop.ui.kit.form.Choice;
import studio.backprop.ui.kit.page.Page;
import studio.backprop.ui.kit.page.PageContent;

/** Attribution page: explains the prediction for the chosen example. */
public final class AttributionPage extends Page {
  /** Shortcut of the page. */
  public static final String KEY = "E";
  /** Instead of a class: all others. */
  private static final int ALL = -1;

  private final AttributionModel model;
  private final AttributionTexts words;
  private final PageExport export;
  private final AttributionSidePane side;
  private final AttributionPane sheet;
  private final Choice<Integer> of;
  private final Choice<Integer> versus;
  private final Choice<AttributionBaseline> baseline;
  private final Choice<Integer> target;
  private final HBox scoreChoice;
  private final VBox targetChoice = new VBox();
  private final HBox choices = new HBox();
  private float[] listed;
  private PreparedData named;
  private boolean filling;

  /**
   * @param images opens images from files, where examples are images
   * @param drawOne opens the drawing of an example
   */
  public AttributionPage(AttributionModel model, ImageModel images, Lang lang, Hints hints, ThemeModel theme, Pulse pulse,
      Runnable drawOne) {
    super(model, lang, hints, "reasons", lang.bind("reason.title"));
    this.model = model;
    this.words = new AttributionTexts(lang);
    ImageButton image = new ImageButton(images, lang, hints);
    image.takeFrom(this);
    this.side = new AttributionSidePane(model, lang, hints, theme, words, drawOne, image);
    this.sheet = new AttributionPane(model, lang, theme, words);
    this.export = new PageExport("explain", sheet, () -> AttributionCsv.write(model.explainedProperty().get(), words), lang, theme, pulse);
    side.withPictureProperty().bind(sheet.narrowProperty());
    of = new Choice<>(lang, List.of(), this::className, lang.bind("reason.of"));
    versus = new Choice<>(lang, List.of(), this::className, lang.bind("reason.versus"));
    target = new Choice<>(lang, List.of(), this::placeName, lang.bind("reason.place"));
    baseline = new Choice<>(lang, List.of(), this::baselineName, lang.bind("reason.baseline"));
    scoreChoice = new HBox();
    setFocusTraversable(true);
    compose(head(), body());
    model.explainedProperty().subscribe(now -> show());
    lang.whenWrittenAnew(this::show);
  }

  private Message className(Integer index) {
    return index == ALL ? Message.of("reason.all_others")
        : model.data().filter(data -> index < data.dataset().classNames().size()).map(data -> words.classTitle(data, index))
            .orElse(Message.of("reason.named", ""));
  }

  private Message baselineName(AttributionBaseline one) {
    return model.data().map(data -> Message.of(AttributionTexts.key(one, data))).orElse(Message.of("reason.named", ""));
  }

  private Message placeName(Integer place) {
    ExplainedExample now = model.explainedProperty().get();
    return model.data().map(data -> words.placeTitle(data, Optional.ofNullable(now).map(ExplainedExample::raw), place))
        .orElse(Message.of("reason.named", ""));
  }

  private void show() {
    ExplainedExample now = model.explainedProperty().get();
    if (now == null) {
      title.setText(lang.say("reason.title"));
      return;
    }
    filling = true;
    title.setText(now.isRegression() ? lang.say("reason.why.value", words.number(words.predicted(now)))
        : now.versus().isPresent()
            ? lang.say("reason.why.not", words.ofClass(now.data(), now.of()), words.ofClass(now.data(), now.versus().getAsInt()))
            : lang.say("reason.why", words.ofClass(now.data(), now.of())));
    Sight.show(scoreChoice, !now.isRegression());
    List<Integer> classes = IntStream.range(0, now.data().dataset().classNames().size()).boxed().toList();
    fill(of, classes, now.of());
    List<Integer> others = IntStream.concat(IntStream.of(ALL), classes.stream().mapToInt(Integer::intValue).filter(c -> c != now.of()))
        .boxed().toList();
    fill(versus, others, now.versus().orElse(ALL));
    Sight.show(targetChoice, now.hasSeveralTargets());
    if (now.hasSeveralTargets()) {
      if (listed != now.raw() && !target.isShowing()) {
        target.getItems().clear(); // labels of the same places differ between texts
        listed = now.raw();
      }
      fill(target, IntStream.range(0, now.data().dataset().answers()).boxed().toList(), now.place());
    }
    versus.setDisable(now.prediction().length == 1);
    if (named != now.data() && !baseline.isShowing()) {
      baseline.getItems().clear(); // label of the zero baseline differs where it is padding
      named = now.data();
    }
    fill(baseline, Arrays.stream(AttributionBaseline.values()).filter(one -> one.suits(now.data())).toList(), now.baseline());
    filling = false;
    side.show(now);
    sheet.show(now);
  }

  private static <T> void fill(Choice<T> choice, List<T> items, T value) {
    if (!choice.getItems().equals(items)) {
      choice.getItems().setAll(items);
    }
    if (!choice.isShowing()) {
      choice.setValue(value);
    }
  }

  // --- header

  private Region head() {
    of.setId("explain-class");
    versus.setId("explain-versus");
    baseline.setId("explain-baseline");
    of.valueProperty().subscribe((before, index) -> chooseScore());
    versus.valueProperty().subscribe((before, index) -> chooseScore());
    baseline.valueProperty().subscribe((before, one) -> {
      if (!filling && one != null) {
        model.compareWith(one);
      }
    });
    target.setId("explain-place");
    target.valueProperty().subscribe((before, place) -> {
      if (!filling && place != null) {
        model.explainPlace(place);
      }
    });
    targetChoice.getChildren().addAll(note("reason.place", "attribution"), target);
    targetChoice.getStyleClass().add("target-choice");
    side.lead(targetChoice);
    for (Choice<?> choice : List.of(of, versus, baseline)) {
      choice.setMinWidth(90);
      choice.setMaxWidth(choice == versus ? 190 : 150);
    }
    Label against = note("reason.baseline", "attribution-baseline");
    scoreChoice.getChildren().addAll(note("reason.of", "attribution"), of, note("reason.versus", "logit"), versus);
    scoreChoice.getStyleClass().add("score-choice");
    ToggleButton random = new ToggleButton(null, Icon.NEW_WEIGHTS.view());
    random.setId("explain-random");
    random.textProperty().bind(lang.bind("reason.random"));
    random.setMinWidth(Region.USE_PREF_SIZE);
    random.selectedProperty().bindBidirectional(model.randomProperty());
    hints.describe(random, "reason.random.help");
    ToggleButton shared = new ToggleButton();
    shared.setId("explain-shared");
    shared.textProperty().bind(lang.bind("reason.shared"));
    shared.setMinWidth(Region.USE_PREF_SIZE);
    shared.selectedProperty().bindBidirectional(model.sharedProperty());
    shared.visibleProperty().bind(Bindings.createBooleanBinding(
        () -> model.explainedProperty().get() != null && model.explainedProperty().get().isPicture(), model.explainedProperty()));
    shared.managedProperty().bind(shared.visibleProperty());
    hints.describe(shared, "reason.shared.help");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox compared = new HBox(against, baseline);
    compared.getStyleClass().add("score-choice");
    choices.getChildren().addAll(scoreChoice, compared, random, shared);
    choices.getStyleClass().add("choices");
    return head(choices, gap, export.outcome(), work(), export.button(hints, model.explainedProperty().isNotNull()),
        closeButton("close-explain", KEY, "reason.close"));
  }

  private Label note(String key, String term) {
    Label label = new Label();
    label.getStyleClass().add("note");
    label.textProperty().bind(lang.bind(key));
    label.setMinWidth(Region.USE_PREF_SIZE);
    new Terms(lang).explain(label, term);
    return label;
  }

  /** Progress and cancel button, shown only if the computation takes noticeable time. */
  private Region work() {
    WorkBar work = new WorkBar(lang, "reason", model.computingProperty(), Bindings.createStringBinding(this::progress,
        model.explainedProperty(), model.computingProperty(), lang.textsProperty()), model.failureProperty(), model::cancel, model::again);
    work.offerAgain(Bindings.createBooleanBinding(
        () -> model.cancelledProperty().get() || model.failureProperty().get().isPresent(), model.cancelledProperty(),
        model.failureProperty()));
    return work;
  }

  /** Number of maps computed. */
  private String progress() {
    ExplainedExample now = model.explainedProperty().get();
    return now == null || now.isComplete() ? lang.say("reason.computing")
        : lang.say("reason.computing.of", now.maps().size() + now.random().size(), now.methods().size() * (now.asked().random() ? 2 : 1));
  }

  private void chooseScore() {
    if (!filling && of.getValue() != null && versus.getValue() != null) {
      int other = versus.getValue();
      model.explain(OptionalInt.of(of.getValue()), other == ALL ? OptionalInt.empty() : OptionalInt.of(other));
    }
  }

  // --- content

  private Region body() {
    ScrollPane left = Scrolled.upright(side);
    left.getStyleClass().add("side-scroll");
    ScrollPane right = Scrolled.upright(sheet);
    HBox.setHgrow(right, Priority.ALWAYS);
    PageColumns content = new PageColumns(right, List.of(left), left, right);
    sheet.stackedProperty().bind(content.stackedProperty());
    choices.visibleProperty().bind(model.explainedProperty().isNotNull().and(content.stackedProperty().not()));
    choices.managedProperty().bind(content.stackedProperty().not());
    return new PageContent(content,
        model.explainedProperty().isNotNull().and(model.stateProperty().isEqualTo(AttributionModel.State.READY)), Icon.IDEA,
        PageContent.sentence(lang, "reason", model.stateProperty())).keepFocus(this);
  }
}
