package studio.backprop.ui.window.start;

import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.ThemeModel;

/** Interactive neuron with one task. */
final class NeuronView extends VBox {
  static final KeyCombination LEARN = new KeyCodeCombination(KeyCode.SPACE);
  static final KeyCombination STEP = new KeyCodeCombination(KeyCode.RIGHT);
  static final KeyCombination AGAIN = new KeyCodeCombination(KeyCode.HOME, KeyCombination.SHORTCUT_DOWN);

  private final NeuronModel model;
  private final Lang lang;
  private final Hints hints;
  private final NeuronPlane plane;

  NeuronView(NeuronModel model, Lang lang, ThemeModel theme, Runnable openOnCanvas) {
    this.model = model;
    this.lang = lang;
    this.hints = new Hints(lang);
    this.plane = new NeuronPlane(model, theme);
    plane.accessibleTextProperty().bind(lang.bind("start.neuron.spoken", model.points(), model.rightProperty()));
    NeuronDiagram diagram = new NeuronDiagram(model, lang, theme);
    HBox.setHgrow(diagram, Priority.ALWAYS);
    HBox play = new HBox(plane, diagram, controls());
    play.getStyleClass().add("play-field");
    VBox.setVgrow(play, Priority.ALWAYS);
    getStyleClass().addAll("card", "raised", "neuron");
    getChildren().addAll(line("start-title", "start.neuron.title", label("start.neuron.sentence", "mut")), play, foot(openOnCanvas));
  }

  @Override
  public void requestFocus() {
    plane.requestFocus();
  }

  private HBox line(String style, String key, Node beside) {
    HBox line = new HBox(label(key, style), beside);
    line.getStyleClass().addAll("gap-12", "baseline");
    return line;
  }

  private Label label(String key, String... styles) {
    Label label = new Label();
    label.textProperty().bind(lang.bind(key));
    label.getStyleClass().addAll(styles);
    return label;
  }

  private VBox controls() {
    Label legend = label("start.gradient", "gradient", "strong");
    Label meaning = label("start.gradient.meaning", "note", "mut");
    meaning.setWrapText(true);
    Button learn = button(Icon.PLAY, LEARN, "start.learn.help", model::toggleLearning);
    learn.setId("learn");
    learn.getStyleClass().add("run");
    learn.textProperty().bind(
        Bindings.when(model.learningProperty()).then(lang.bind("start.pause")).otherwise(lang.bind("start.learn")));
    model.learningProperty().subscribe(learning -> learn.setGraphic((learning ? Icon.PAUSE : Icon.PLAY).view()));
    Button step = button(Icon.STEP, STEP, "start.step.help", model::step);
    step.setId("one-step");
    step.textProperty().bind(lang.bind("start.step"));
    Button again = button(Icon.RESET, AGAIN, "start.again.help", model::sameStartAgain);
    again.setId("same-start");
    again.textProperty().bind(lang.bind("start.again"));
    VBox controls = new VBox(legend, meaning, learn, step, again, wrong(), progress());
    controls.getStyleClass().add("neuron-controls");
    return controls;
  }

  private Button button(Icon icon, KeyCombination keys, String help, Runnable action) {
    Button button = new Button(null, icon.view());
    button.setMaxWidth(Double.MAX_VALUE);
    button.setOnAction(event -> action.run());
    hints.explain(button, keys, help);
    return button;
  }

  private Label wrong() {
    Circle ring = new Circle(6);
    ring.getStyleClass().add("wrong-ring");
    Label wrong = new Label(null, ring);
    wrong.getStyleClass().addAll("note", "mut");
    wrong.textProperty().bind(lang.bind("start.wrong", model.rightProperty().subtract(model.points()).negate()));
    return wrong;
  }

  private Label progress() {
    Label progress = new Label();
    progress.getStyleClass().addAll("note", "mut", "neuron-progress");
    progress.setWrapText(true);
    progress.textProperty().bind(
        Bindings.when(model.flatProperty())
            .then(lang.bind("start.flat", model.stepsProperty()))
            .otherwise(lang.bind("start.steps", model.stepsProperty())));
    return progress;
  }

  private HBox foot(Runnable openOnCanvas) {
    Label whole = label("start.neuron.whole", "note", "mut");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Hyperlink canvas = new Hyperlink(null, Icon.ARROW_RIGHT.view());
    canvas.setId("open-on-canvas");
    canvas.textProperty().bind(lang.bind("start.canvas"));
    canvas.getStyleClass().addAll("strong", "after");
    canvas.setOnAction(event -> openOnCanvas.run());
    hints.explain(canvas, "start.canvas.help");
    HBox foot = new HBox(whole, gap, canvas);
    foot.getStyleClass().addAll("gap-8", "baseline");
    return foot;
  }
}
