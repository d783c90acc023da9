package studio.backprop.ui.judge.evaluate;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import studio.backprop.ui.judge.evaluate.EvaluationTabs.Tab;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.PageColumns;
import studio.backprop.ui.kit.Segmented;
import studio.backprop.ui.kit.Sight;
import studio.backprop.ui.kit.page.Page;

/** Evaluation page: container of metrics, cross-validation and features, one tab at a time. */
public final class EvaluationPage extends Page {
  /** Shortcut of the page. */
  public static final String KEY = "V";

  /** Style of the controls that a narrow header leaves out, such as in large type for classrooms. */
  public static final String WIDE_ONLY = "wide-only";

  private final EvaluationTabs tabs;
  private final Function<Tab, EvaluationView> make;
  private final Map<Tab, EvaluationView> made = new EnumMap<>(Tab.class);
  private final HBox more = new HBox();
  private final StackPane place = new StackPane();

  /** @param make creates a page when it is first opened */
  public EvaluationPage(EvaluationTabs tabs, Lang lang, Hints hints, Function<Tab, EvaluationView> make) {
    super(tabs, lang, hints, "metrics", lang.bind("evaluation.title"));
    this.tabs = tabs;
    this.make = make;
    compose(head(), place);
    tabs.tabProperty().subscribe(this::show);
    widthProperty().subscribe(width -> makeFit());
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
    title.textProperty().bind(lang.bind("evaluation.title"));
    Segmented<Tab> choice = new Segmented<>(lang.bind("evaluation.title"));
    choice.setId("evaluation-tabs");
    choice.add(Tab.METRICS, lang.bind("metrics.title"), Icon.TARGET).add(Tab.FOLDS, lang.bind("folds.title"), Icon.DATA)
        .add(Tab.FEATURES, lang.bind("features.title"), Icon.BARS);
    choice.explain(Tab.METRICS, hints, "evaluation.metrics.help").explain(Tab.FOLDS, hints, "evaluation.folds.help")
        .explain(Tab.FEATURES, hints, "evaluation.features.help");
    choice.valueProperty().bindBidirectional(tabs.tabProperty());
    tabs.offeredProperty().subscribe(choice::offerOnly);
    more.getStyleClass().add("more");
    more.setMinWidth(0);
    HBox.setHgrow(more, Priority.ALWAYS);
    return head(choice, more, closeButton("close-metrics", KEY, "metrics.close"));
  }
}
