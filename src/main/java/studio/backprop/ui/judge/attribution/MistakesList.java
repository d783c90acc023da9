package studio.backprop.ui.judge.attribution;

import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.backprop.observe.Example;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Labels;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Sight;
import studio.backprop.ui.kit.ThemeModel;

/** List of the worst predictions of the part: image, text or number of each example, and its prediction. */
final class MistakesList extends VBox {
  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
  private static final double THUMBNAIL = 26;

  private final AttributionModel model;
  private final Lang lang;
  private final ThemeModel theme;
  private final AttributionTexts words;
  private final Label title = new Label();
  private final Label count = Labels.wrapped("", "note", "mut");
  private final VBox lines = new VBox();
  private final Button showTest = new Button();
  private ExplainedExample now;
  private Mistakes listed;

  MistakesList(AttributionModel model, Lang lang, ThemeModel theme, AttributionTexts words) {
    this.model = model;
    this.lang = lang;
    this.theme = theme;
    this.words = words;
    getStyleClass().add("mistakes");
    title.getStyleClass().add("strong");
    lines.getStyleClass().add("lines");
    showTest.setId("explain-show-test");
    showTest.textProperty().bind(lang.bind("reason.mistakes.show_test"));
    showTest.setOnAction(event -> model.showTest());
    getChildren().addAll(title, count, showTest, lines);
    model.mistakesProperty().subscribe(known -> list());
    model.testWithheldProperty().subscribe(withheld -> list());
    theme.paletteProperty().subscribe(palette -> list());
  }

  /** @param anew whether all texts are rebuilt, in another language */
  void show(ExplainedExample explained, boolean anew) {
    boolean other = now == null || !now.example().equals(explained.example()) || now.data() != explained.data();
    now = explained;
    if (anew || other) {
      list();
    }
  }

  private void list() {
    Mistakes known = model.mistakesProperty().get();
    boolean withheld = model.testWithheldProperty().get();
    boolean shown = now != null && known != null && known.data() == now.data() && known.part() == now.example().part() && !withheld;
    Sight.show(this, shown || now != null && withheld);
    Sight.show(showTest, withheld);
    Sight.show(lines, shown && !known.worst().isEmpty());
    if (now == null || !isVisible()) {
      return;
    }
    title.setText(lang.say(now.isRegression() ? "reason.errors" : "reason.mistakes"));
    if (withheld) {
      count.setText(lang.say("reason.mistakes.withheld"));
      return;
    }
    String key = now.isRegression() ? "reason.errors.of" : known.count() == 0 ? "reason.mistakes.none" : "reason.mistakes.of";
    count.setText(lang.say(key, known.count(), known.rows(), words.part(known.part())));
    listed = known;
    List<Node> all = new ArrayList<>();
    known.worst().forEach(mistake -> all.add(line(mistake)));
    lines.getChildren().setAll(all);
  }

  private Button line(Mistakes.Mistake mistake) {
    Example example = new Example(listed.part(), mistake.row());
    float[] raw = new float[now.data().dataset().width()];
    example.copyRawInput(now.data(), raw);
    HBox parts = new HBox();
    parts.getStyleClass().add("parts");
    String written = words.written(now.data(), raw);
    if (now.isPicture()) {
      ExampleImage thumbnail = new ExampleImage(theme);
      thumbnail.setMinSize(THUMBNAIL, THUMBNAIL);
      thumbnail.setMaxSize(THUMBNAIL, THUMBNAIL);
      thumbnail.show(now.data(), raw, "");
      parts.getChildren().add(thumbnail);
    }
    Label name = new Label(written.isEmpty() ? lang.numbers().whole(mistake.row() + 1L) : written);
    Label what = new Label(words.confused(now.data(), listed.part(), mistake));
    Label score = new Label(words.score(listed, mistake));
    name.setMinWidth(written.isEmpty() ? Region.USE_PREF_SIZE : 0);
    what.setMinWidth(0);
    Hints.sayWhole(name);
    Hints.sayWhole(what);
    score.setMinWidth(Region.USE_PREF_SIZE);
    name.getStyleClass().add("mut");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    parts.getChildren().addAll(name, what, gap, score);
    Button line = new Button(null, parts);
    line.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    line.setAccessibleText(words.mistake(now.data(), listed.part(), mistake));
    line.getStyleClass().addAll("bare", "mistake");
    line.setMinWidth(0);
    parts.prefWidthProperty().bind(line.widthProperty().subtract(8));
    parts.maxWidthProperty().bind(line.widthProperty().subtract(8));
    parts.setMinWidth(0);
    line.pseudoClassStateChanged(CHOSEN, now.example().equals(example));
    line.setOnAction(event -> model.choose(example.part(), example.row()));
    return line;
  }
}
