package studio.backprop.ui.learn.pad;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.SimpleStringProperty;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import studio.backprop.data.KeptExample;
import studio.backprop.data.Part;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Segmented;
import studio.backprop.ui.kit.ThemeModel;

/** The drawing pad: a movable card over the window, with the network's prediction beside the paper. Large and in landscape for a class. */
public final class PadView extends VBox {
  /** Initial distance from the right and bottom edges of the window, in px. */
  private static final double MARGIN = 8;
  private static final double BOTTOM = 36;
  /** Size of the paper in a low window. */
  private static final double SMALLEST = 200;
  /** Width of the tools beside the paper. */
  private static final double TOOLS = 108;
  /** Minimum height of a column that shows everything. */
  private static final double HIGH_COLUMN = 700;
  private static final PseudoClass ROOMY = PseudoClass.getPseudoClass("roomy");
  /** In a lower window the paper is smaller, so that the toolbar is not covered. */
  private static final double HIGH_WINDOW = 790;
  private static final PseudoClass LOW = PseudoClass.getPseudoClass("low");

  private final PadModel model;
  private final Lang lang;
  private final Hints hints;
  private final Sketch sketch;
  private final ClassList classes;
  private final SeenPicture seen;
  private final Label caption = new Label();
  private final Label note = new Label();
  private final Button keep = new Button(null, Icon.BOOKMARK.view());
  private final Button begin = new Button(null, Icon.PICTURE.view());
  private final HBox beginning;
  private final HBox head;
  private final List<Node> tools;
  private boolean presented;
  private boolean moved;
  private Subscription following = Subscription.EMPTY;
  private double grabX;
  private double grabY;

  public PadView(PadModel model, Lang lang, Hints hints, ThemeModel theme) {
    this.model = model;
    this.lang = lang;
    this.hints = hints;
    sketch = new Sketch(model, lang, theme);
    classes = new ClassList(model, lang, theme);
    seen = new SeenPicture(model, lang, theme);
    head = head();
    tools = tools();
    caption.getStyleClass().addAll("note", "mut");
    caption.setWrapText(true);
    note.getStyleClass().addAll("note", "mut");
    note.setWrapText(true);
    keep.setId("keep-example");
    keep.textProperty().bind(lang.bind("pad.keep"));
    keep.setOnAction(event -> model.keeping().keep());
    hints.explain(keep, "pad.keep.help");
    beginning = beginning();
    getStyleClass().addAll("card", "pop", "pad");
    setManaged(false);
    setVisible(false);
    present(false);
    addEventFilter(KeyEvent.KEY_PRESSED, this::press);
    addEventHandler(MouseEvent.ANY, MouseEvent::consume); // events do not reach covered nodes
    model.formProperty().subscribe(this::show);
    model.answerProperty().subscribe(this::say);
    model.paper().drawingProperty().subscribe(this::say);
    model.pixels().chosenProperty().subscribe(this::say);
    model.keeping().stateProperty().subscribe(this::say);
    model.keeping().countProperty().subscribe(this::say);
    lang.textsProperty().subscribe(this::show);
    widthProperty().subscribe(this::fit);
    heightProperty().subscribe(this::fit);
    parentProperty().subscribe((before, now) -> {
      following.unsubscribe();
      following = now instanceof Region around ? around.layoutBoundsProperty().subscribe(bounds -> stay()) : Subscription.EMPTY;
    });
  }

  private HBox head() {
    Label title = new Label();
    title.getStyleClass().add("strong");
    title.setMinWidth(0);
    title.textProperty().bind(lang.bind("pad.title"));
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox row = new HBox(Icon.RENAME.view(), title, gap, button(Icon.CLOSE, "kit.close", () -> model.openProperty().set(false)));
    row.getStyleClass().add("pad-head");
    row.setOnMousePressed(at -> {
      grabX = at.getSceneX() - getLayoutX();
      grabY = at.getSceneY() - getLayoutY();
    });
    row.setOnMouseDragged(at -> {
      if (!presented) {
        moved = true;
        moveTo(at.getSceneX() - grabX, at.getSceneY() - grabY);
      }
    });
    return row;
  }

  /** Pen and eraser, line width, strongest path, undo, clear. */
  private List<Node> tools() {
    Segmented<PaperModel.Tool> tool = new Segmented<>(lang.bind("pad.tool"));
    tool.add(PaperModel.Tool.PEN, lang.bind("pad.pen"), Icon.RENAME).add(PaperModel.Tool.ERASER, lang.bind("pad.eraser"), Icon.ERASER);
    tool.explain(PaperModel.Tool.PEN, hints, "pad.pen.help").explain(PaperModel.Tool.ERASER, hints, "pad.eraser.help");
    tool.valueProperty().bindBidirectional(model.paper().toolProperty());
    Segmented<PaperModel.Line> line = new Segmented<>(lang.bind("pad.line"));
    for (PaperModel.Line one : PaperModel.Line.values()) {
      String key = "pad.line." + one.name().toLowerCase(Locale.ROOT);
      line.add(one, new SimpleStringProperty(""), Icon.DOT);
      line.explain(one, hints, key);
    }
    line.getChildren().forEach(button -> button.getStyleClass().add("line-" + line.getChildren().indexOf(button)));
    line.valueProperty().bindBidirectional(model.paper().lineProperty());
    ToggleButton way = new ToggleButton(null, Icon.IDEA.view());
    way.selectedProperty().bindBidirectional(model.strongestWayProperty());
    hints.explain(way, "pad.way.help");
    Button undo = button(Icon.UNDO, "pad.undo", model.paper()::undo);
    Button clear = button(Icon.DELETE, "pad.clear", model::clear);
    return List.of(tool, line, way, undo, clear);
  }

  /** Loads an example of the dataset: the selected one, previous or next. */
  private HBox beginning() {
    begin.setId("begin-example");
    begin.setMaxWidth(Double.MAX_VALUE);
    begin.setOnAction(event -> model.pixels().begin());
    hints.explain(begin, "pad.begin.help");
    HBox.setHgrow(begin, Priority.ALWAYS);
    HBox row = new HBox(button(Icon.CHEVRON_LEFT, "pad.begin.before", () -> model.pixels().beginFurther(-1)), begin,
        button(Icon.CHEVRON_RIGHT, "pad.begin.after", () -> model.pixels().beginFurther(1)));
    row.getStyleClass().add("pad-tools");
    return row;
  }

  private Pane toolRow() {
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox row = new HBox(tools.get(0), tools.get(1), tools.get(2), gap, tools.get(3), tools.get(4));
    row.getStyleClass().add("pad-tools");
    return row;
  }

  /** In a low column they are beside the paper. */
  private Pane besideTools() {
    HBox pair = new HBox(tools.get(2), tools.get(3));
    VBox column = new VBox(tools.get(0), tools.get(1), pair, tools.get(4));
    column.getStyleClass().addAll("pad-tools", "beside");
    HBox row = new HBox(sketch, column);
    row.getStyleClass().add("paper-row");
    return row;
  }

  private Button button(Icon icon, String key, Runnable action) {
    Button button = new Button(null, icon.view());
    button.getStyleClass().addAll("bare", "icon-only");
    button.setOnAction(event -> action.run());
    hints.explain(button, key);
    return button;
  }

  /** Large for a presentation, or normal. */
  public void present(boolean presented) {
    this.presented = presented;
    getStyleClass().remove("presented");
    classes.enlarge(presented);
    VBox small = new VBox(seen, caption);
    small.getStyleClass().add("small");
    HBox.setHgrow(classes, Priority.ALWAYS);
    if (presented) {
      getStyleClass().add("presented");
      stack(getHeight() >= HIGH_COLUMN);
    } else {
      HBox row = new HBox(small, classes);
      row.getStyleClass().add("sides");
      getChildren().setAll(head, sketch, toolRow(), beginning, row, keep, note);
    }
    sketch.setStyle("");
    setManaged(presented);
    moved = false;
    show();
    fit();
  }

  /** One column for a presentation. */
  private void stack(boolean roomy) {
    pseudoClassStateChanged(ROOMY, roomy);
    HBox below = roomy ? new HBox(seen, new VBox(caption, keep)) : new HBox(keep);
    below.getStyleClass().add("small");
    List<Node> above = roomy ? List.of(head, sketch, toolRow(), beginning) : List.of(head, besideTools(), beginning);
    getChildren().setAll(Stream.concat(above.stream(), Stream.of(classes, below, note)).toList());
    say();
  }

  /** For a presentation the paper fills the column. */
  private void fit() {
    if (presented && getHeight() > 0) {
      boolean roomy = getHeight() >= HIGH_COLUMN;
      if (roomy != getPseudoClassStates().contains(ROOMY)) {
        stack(roomy);
      }
      measure(roomy);
    }
  }

  /** Also after a change of the font size, which takes effect only now. */
  @Override
  protected void layoutChildren() {
    if (presented && getHeight() > 0) {
      measure(getPseudoClassStates().contains(ROOMY));
    }
    super.layoutChildren();
  }

  /** Text has its preferred height; the paper takes the rest. */
  private void measure(boolean roomy) {
    double wide = getWidth() - getInsets().getLeft() - getInsets().getRight();
    double others = getChildren().stream().filter(one -> one.isManaged() && !holdsPaper(one)).mapToDouble(one -> one.prefHeight(wide))
        .sum();
    double gaps = getSpacing() * (getChildren().size() - 1) + getInsets().getTop() + getInsets().getBottom();
    double side = Math.min(roomy ? wide : wide - TOOLS, getHeight() - others - gaps);
    String px = Math.max(SMALLEST, Math.floor(side)) + "px; ";
    String style = Stream.of("min-width", "max-width", "min-height", "max-height").map(name -> "-fx-" + name + ": " + px)
        .collect(Collectors.joining());
    if (!style.equals(sketch.getStyle())) {
      sketch.setStyle(style);
    }
  }

  private void show() {
    boolean named = classes.possible();
    classes.setVisible(named);
    classes.setManaged(named);
    classes.enlarge(presented);
    say();
    stay();
  }

  /** Next action; or that the network is untrained. */
  private void say() {
    KeepModel.State state = model.keeping().stateProperty().get();
    int count = model.keeping().countProperty().getValue();
    String known = switch (state) {
      case POSSIBLE -> lang.say("pad.keep.help");
      case KEPT -> lang.say("pad.kept", count);
      case FULL -> lang.say("pad.keep.full", KeptExample.MOST);
      case LOCKED -> lang.say("pad.keep.locked");
      case UNCHANGED -> lang.say("pad.keep.unchanged");
      case HELD_OUT -> lang.say("pad.keep.held_out");
      default -> lang.say("pad.classes.help");
    };
    String from = presented ? "pad.begin.brief" : "pad.begin";
    begin.setText(model.pixels().chosenProperty().getValue().map(one -> lang.say(from, part(one.part()), one.row() + 1))
        .orElse(lang.say("pad.begin.none")));
    beginning.setDisable(model.pixels().chosenProperty().getValue().isEmpty());
    tools.get(1).setDisable(model.pixels().edited().isPresent()); // a pixel has one width
    String before = caption.getText() + note.getText();
    caption.setText(model.pixels().edited().map(one -> lang.say("pad.edited", part(one.part()), one.row() + 1, one.changed()))
        .orElseGet(() -> lang.say("pad.seen")));
    note.setText(model.untrained() ? lang.say("pad.untrained") : known);
    keep.setDisable(state != KeepModel.State.POSSIBLE);
    for (Node one : List.of(note, keep)) {
      boolean room = one == keep || !presented || getPseudoClassStates().contains(ROOMY);
      one.setVisible(classes.possible() && room);
      one.setManaged(classes.possible() && room);
    }
    if (presented && !before.equals(caption.getText() + note.getText())) {
      fit();
    }
  }

  private String part(Part part) {
    return lang.say("examples.part." + part.name().toLowerCase(Locale.ROOT));
  }

  private void press(KeyEvent key) {
    if (key.isShortcutDown() && key.getCode() == KeyCode.Z) {
      model.paper().undo();
      key.consume();
    } else if (key.getCode() == KeyCode.ESCAPE) {
      model.openProperty().set(false);
      key.consume();
    } else if (key.getCode() == KeyCode.DELETE || key.getCode() == KeyCode.BACK_SPACE) {
      model.clear();
      key.consume();
    } else if (key.getCode() == KeyCode.E && !key.isShortcutDown()) {
      boolean pen = model.paper().toolProperty().get() == PaperModel.Tool.PEN;
      model.paper().toolProperty().set(pen ? PaperModel.Tool.ERASER : PaperModel.Tool.PEN);
      key.consume();
    }
  }

  private boolean holdsPaper(Node one) {
    return one == sketch || one == sketch.getParent();
  }

  // --- position

  /** Shows it at its position, ready to draw. */
  public void open() {
    setVisible(true);
    stay();
    sketch.requestFocus();
  }

  private void stay() {
    if (!presented && getParent() instanceof Region around && around.getWidth() > 0 && isVisible()) {
      pseudoClassStateChanged(LOW, around.getHeight() < HIGH_WINDOW);
      applyCss();
      autosize();
      moveTo(moved ? getLayoutX() : around.getWidth() - getWidth() - MARGIN,
          moved ? getLayoutY() : around.getHeight() - getHeight() - BOTTOM);
    }
  }

  private void moveTo(double x, double y) {
    Region around = (Region) getParent();
    relocate(Math.rint(Math.max(0, Math.min(around.getWidth() - getWidth(), x))),
        Math.rint(Math.max(0, Math.min(around.getHeight() - getHeight(), y))));
  }
}
