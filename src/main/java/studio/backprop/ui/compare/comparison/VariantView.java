package studio.backprop.ui.compare.comparison;

import java.util.Optional;
import java.util.function.IntConsumer;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.backprop.compare.Differing;
import studio.backprop.compare.VariantOutput;
import studio.backprop.compare.VariantSnapshot;
import studio.backprop.train.agent.EpisodeCurves;
import studio.backprop.train.agent.EpisodeLog;
import studio.backprop.train.metric.Metrics;
import studio.backprop.train.record.EpochRecord;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.ThemeModel;

/** View of a variant: differences, gradient norms, output, score, and the button that keeps it. */
final class VariantView extends VBox {
  private static final int DIGITS = 3;
  private static final int RETURN_DIGITS = 4;
  private static final PseudoClass BEST = PseudoClass.getPseudoClass("best");

  private final ComparisonModel model;
  private final int variant;
  private final VariantHistory course;
  private final Lang lang;
  private final VariantTexts words;
  private final String full;
  private final NetworkStrip strip;
  private final VariantOutputView outlook;
  private final Label numbers = new Label();
  private final Label trouble = new Label();
  private final Label early = new Label();
  private final Label name = new Label();
  private final Label best = new Label();
  private final Label correct = new Label();

  record Actions(IntConsumer edit, IntConsumer remove, IntConsumer keep) {}

  VariantView(ComparisonModel model, int variant, Lang lang, Hints hints, ThemeModel theme, Actions actions) {
    this.model = model;
    this.variant = variant;
    this.course = model.lanes().get(variant);
    this.lang = lang;
    this.words = new VariantTexts(lang);
    this.full = words.name(model.setup().base(), model.setup().variants(), variant);
    this.strip = new NetworkStrip(course, lang, theme);
    this.outlook = new VariantOutputView(course, lang, theme);
    getStyleClass().addAll("lane", VariantColour.style(variant));
    numbers.getStyleClass().add("numbers");
    numbers.setMaxWidth(Double.MAX_VALUE);
    numbers.setWrapText(true);
    trouble.setGraphic(Icon.FAULT.view());
    trouble.getStyleClass().addAll("bad", "note", "trouble");
    trouble.setWrapText(true);
    trouble.setMinHeight(USE_PREF_SIZE);
    early.getStyleClass().addAll("mut", "note");
    early.setWrapText(true);
    early.setMinHeight(USE_PREF_SIZE);
    Button keep = new Button();
    keep.setId("keep-" + variant);
    keep.textProperty().bind(lang.bind("twins.keep"));
    keep.setMaxWidth(Double.MAX_VALUE);
    keep.setOnAction(event -> actions.keep().accept(variant));
    hints.explain(keep, "twins.keep.help", VariantTexts.letter(variant));
    VBox.setVgrow(outlook, Priority.ALWAYS);
    correct.getStyleClass().addAll("note", "correct");
    correct.setMaxWidth(Double.MAX_VALUE);
    getChildren().addAll(head(hints, actions), difference(), strip, outlook, correct, trouble, early, numbers, keep);
    setMinWidth(0);
    setAccessibleText(lang.say("twins.setting", VariantTexts.letter(variant), full));
    redraw();
  }

  private HBox head(Hints hints, Actions actions) {
    Label letter = new Label(VariantTexts.letter(variant));
    letter.getStyleClass().add("letter");
    name.setText(words.brief(model.setup().base(), model.setup().variants(), variant));
    name.setTooltip(new Tooltip(full));
    name.getStyleClass().add("strong");
    name.setWrapText(true);
    name.setMinHeight(USE_PREF_SIZE);
    name.setMinWidth(0);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Button edit = icon(Icon.RENAME, "edit-" + variant, () -> actions.edit().accept(variant));
    hints.explain(edit, "twins.edit", VariantTexts.letter(variant));
    best.getStyleClass().addAll("badge", "accent");
    best.textProperty().bind(lang.bind(model.acts() ? "twins.best.chip.agent" : "twins.best.chip"));
    best.setMinWidth(USE_PREF_SIZE);
    HBox head = new HBox(letter, name, best, gap, edit);
    if (model.setup().variants().size() > ComparedVariants.MIN_VARIANTS) {
      Button remove = icon(Icon.CLOSE, "remove-" + variant, () -> actions.remove().accept(variant));
      hints.explain(remove, "twins.remove", VariantTexts.letter(variant));
      head.getChildren().add(remove);
    }
    head.getStyleClass().add("lane-head");
    return head;
  }

  private static Button icon(Icon icon, String id, Runnable action) {
    Button button = new Button(null, icon.view());
    button.setId(id);
    button.getStyleClass().addAll("icon-only", "bare");
    button.setOnAction(event -> action.run());
    return button;
  }

  private Label difference() {
    Label said = new Label(words.difference(model.setup().base(), model.setup().variants(), variant));
    boolean unfair = Differing.between(model.setup().base(), course.project()).size() > 1;
    said.setWrapText(true);
    said.setMinHeight(USE_PREF_SIZE);
    said.getStyleClass().addAll("note", "difference", unfair ? "warn" : "mut");
    if (unfair) {
      said.setGraphic(Icon.WARNING.view());
    }
    return said;
  }

  String name() {
    return full;
  }

  void redraw() {
    strip.redraw();
    outlook.redraw();
    Optional<VariantSnapshot> snapshot = course.snapshot();
    show(trouble, snapshot.flatMap(VariantSnapshot::fault).map(broken -> lang.say(broken.sentence())).orElse(""));
    show(early, snapshot.filter(VariantSnapshot::stoppedEarly).map(ended -> lang.say("twins.early", ended.step())).orElse(""));
    show(correct, course.outlook() instanceof VariantOutput.Cells cells ? lang.say("twins.correct", cells.correct(), cells.all()) : "");
    boolean wins = model.best().filter(first -> first == variant).isPresent();
    best.setVisible(wins);
    best.setManaged(wins);
    pseudoClassStateChanged(BEST, wins);
    numbers.setText(course.lastEpoch().map(epoch -> course.episodes().map(this::scores).orElseGet(() -> scores(epoch)))
        .orElseGet(() -> lang.say("twins.no_epoch")));
  }

  private static void show(Label label, String text) {
    label.setText(text);
    label.setVisible(!text.isEmpty());
    label.setManaged(!text.isEmpty());
  }

  private String scores(EpisodeCurves episodes) {
    String greedy = episodes.looks() == 0 ? "–" : lang.numbers().significant(course.greedy(), RETURN_DIGITS);
    String earned = episodes.count() == 0 ? "–" : lang.numbers().significant(episodes.mean(episodes.count() - 1), RETURN_DIGITS);
    return lang.say(course.keepsBest() ? "twins.scores.agent" : "twins.scores.agent.table", greedy, episodes.looks(), earned,
        Math.min(EpisodeLog.LAST, episodes.count()));
  }

  private String scores(EpochRecord epoch) {
    Metrics held = Double.isNaN(epoch.validation().loss()) ? epoch.train() : epoch.validation();
    String key = Double.isNaN(epoch.validation().loss()) ? "twins.scores.train" : "twins.scores";
    String measure = Double.isNaN(held.accuracy())
        ? lang.say("twins.r2", lang.numbers().fixed(held.r2(), DIGITS)) : lang.say("twins.accuracy", lang.numbers().share(held.accuracy()));
    return lang.say(key, lang.numbers().significant(epoch.train().loss(), DIGITS), lang.numbers().significant(held.loss(), DIGITS),
        measure);
  }
}
