package studio.backprop.ui.watch.plots;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Lang;

/** Text sampled from a next-token language model: a line per name, or a continuation of a piece of the text. */
final class GeneratedTextView implements Picture {
  private static final double SLIDER = 90;
  private static final double KEY_STEP = 0.1;

  private final Lang lang;
  private final Scoreboard scores;
  private final TextFlow page = new TextFlow();
  private final HBox tools = new HBox();
  private final Region node;

  GeneratedTextView(OutputModel model, Lang lang) {
    this.lang = lang;
    this.scores = new Scoreboard(lang);
    page.getStyleClass().add("written-page");
    ScrollPane scroll = new ScrollPane(page);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.accessibleTextProperty().bind(lang.bind("plots.output_written"));
    scroll.setMinHeight(0);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    node = new VBox(tools, scroll, scores);
    node.getStyleClass().add("written");
    tools(model);
  }

  private void tools(OutputModel model) {
    Hints hints = new Hints(lang);
    Slider slider = new Slider(OutputModel.COLDEST, OutputModel.HOTTEST, OutputModel.WARM);
    slider.setPrefWidth(SLIDER);
    slider.setMinWidth(0);
    HBox.setHgrow(slider, Priority.ALWAYS);
    slider.setBlockIncrement(KEY_STEP);
    slider.accessibleTextProperty().bind(lang.bind("plots.temperature"));
    slider.valueProperty().bindBidirectional(model.temperatureProperty());
    Label value = new Label();
    value.getStyleClass().addAll("note", "mut");
    value.setMinWidth(Region.USE_PREF_SIZE);
    value.textProperty().bind(Bindings.createStringBinding(
        () -> lang.say("plots.temperature_value", lang.numbers().fixed(slider.getValue(), 1)), slider.valueProperty(),
        lang.textsProperty()));
    hints.explain(value, "plots.temperature.help");
    value.setLabelFor(slider);
    tools.getStyleClass().add("written-tools");
    tools.getChildren().addAll(value, slider, new Redraw(model, lang));
  }

  @Override
  public Region node() {
    return node;
  }

  @Override
  public List<String> detail(NetworkOutput shown) {
    return List.of(lang.say("plots.at_step", shown.judged().step()));
  }

  @Override
  public void show(NetworkOutput shown, boolean anew) {
    NetworkOutput.Written written = (NetworkOutput.Written) shown;
    scores.show(written.judged());
    page.getChildren().clear();
    if (!written.given().isEmpty()) {
      page.getChildren().add(text(written.given(), "given"));
    }
    page.getChildren().add(text(written.text(), "drawn"));
  }

  private static Text text(String words, String style) {
    Text text = new Text(words);
    text.getStyleClass().add(style);
    return text;
  }

  @Override
  public void mark() {
    // sampled text belongs to no example
  }
}
