package studio.backprop.ui.judge.evaluate;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import studio.backprop.ui.judge.evaluate.EvaluationTabs.Tab;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.PageColumns;
import studio.backprop.ui.kit.Segmented;
import studio.backprop.ui.kit.Sight;

/** Container of the evaluation pages, one tab at a time. Replaces the canvas; Escape leads back. */
public final class EvaluationPage extends VBox {
  /** Shortcut of the page. */
  public static final String KEY = "V";

  /** Style of the controls that a narrow header leaves out, such as in large type for classrooms. */
  public static final String WIDE_ONLY = "wide-only";

  private final EvaluationTabs tabs;
  private final Lang lang;
  private final Hints hints;
  private final Function<Tab, EvaluationView> make;
  private final Map<Tab, EvaluationView> made = new EnumMap<>(Tab.class);
  private final HBox more = new HBox();
  private final StackPane place = new StackPane();
  private final Label title = new Label();

  /** @param make creates a page when it is first opened */
  public EvaluationPage(EvaluationTabs tabs, Lang lang, Hints hints, Function<Tab, EvaluationView> make) {
    this.tabs = tabs;
    this.lang = lang;
    this.hints = hints;
    this.make = make;
    getStyleClass().add("metrics");
    setMinSize(0, 0);
    accessibleTextProperty().bind(lang.bind("evaluation.title"));
    place.setMinHeight(0);
    VBox.setVgrow(place, Priority.ALWAYS);
    getChildren().addAll(head(), place);
    visibleProperty().bind(tabs.openProperty());
    managedProperty().bind(visibleProperty());
    tabs.tabProperty().subscribe(this::show);
    tabs.openProperty().subscribe((before, now) -> {
      if (now) {
        requestFocus();
      }
    });
    widthProperty().subscribe(width -> makeFit());
    addEventHandler(KeyEvent.KEY_PRESSED, this::press);
  }

  private void show(Tab tab) {
    boolean keys = place.isFocusWithin();
    EvaluationView view = made.computeIfAbsent(tab, make);
    more.getChildren().setAll(view.head());
    place.getChildren().setAll(view.body());
    makeFit();
    if (keys) {
      requestFocus();
    }
  }

  private void makeFit() {
    boolean narrow = getWidth() > 0 && getWidth() < PageColumns.NARROW;
    Sight.show(title, !narrow);
    more.getChildren().stream().filter(node -> node.getStyleClass().contains(WIDE_ONLY)).forEach(node -> Sight.show(node, !narrow));
  }

  /** Focuses the page in front. */
  @Override
  public void requestFocus() {
    place.getChildren().get(0).requestFocus();
  }

  private Region head() {
    title.getStyleClass().add("panel-title");
    title.textProperty().bind(lang.bind("evaluation.title"));
    title.setMinWidth(Region.USE_PREF_SIZE);
    Segmented<Tab> choice = new Segmented<>(lang.bind("evaluation.title"));
    choice.setId("evaluation-tabs");
    choice.add(Tab.METRICS, lang.bind("metrics.title"), Icon.TARGET).add(Tab.FOLDS, lang.bind("folds.title"), Icon.DATA)
        .add(Tab.FEATURES, lang.bind("features.title"), Icon.BARS);
    choice.explain(Tab.METRICS, hints, "evaluation.metrics.help").explain(Tab.FOLDS, hints, "evaluation.folds.help")
        .explain(Tab.FEATURES, hints, "evaluation.features.help");
    choice.valueProperty().bindBidirectional(tabs.tabProperty());
    tabs.offeredProperty().subscribe(choice::offerOnly);
    Button close = new Button(null, Icon.CLOSE.view());
    close.setId("close-metrics");
    close.getStyleClass().addAll("icon-only", "bare");
    close.setOnAction(event -> tabs.close());
    hints.explain(close, KeyCombination.valueOf(KEY), "metrics.close");
    tabs.fixedProperty().subscribe(fixed -> Sight.show(close, !fixed));
    more.getStyleClass().add("more");
    more.setMinWidth(0);
    HBox.setHgrow(more, Priority.ALWAYS);
    HBox head = new HBox(title, choice, more, close);
    head.getStyleClass().add("head");
    return head;
  }

  private void press(KeyEvent key) {
    if (key.getCode() == KeyCode.ESCAPE && !tabs.fixedProperty().get()) {
      tabs.close();
      key.consume();
    }
  }
}
