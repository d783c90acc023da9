package studio.backprop.ui.judge.evaluate.column;

import java.util.List;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import studio.backprop.data.Part;
import studio.backprop.ui.judge.evaluate.CopyCsvButton;
import studio.backprop.ui.judge.evaluate.EvaluationPage;
import studio.backprop.ui.judge.evaluate.EvaluationView;
import studio.backprop.ui.judge.evaluate.column.FeaturesModel.State;
import studio.backprop.ui.kit.EmptyState;
import studio.backprop.ui.kit.FaultNote;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.PageColumns;
import studio.backprop.ui.kit.Scrolled;
import studio.backprop.ui.kit.Segmented;
import studio.backprop.ui.kit.ThemeModel;

/** Features page: relevance of each column of a table for the data and for the network; leaves columns out. */
public final class FeaturesPage implements EvaluationView {
  private final FeaturesModel model;
  private final Lang lang;
  private final FeaturesPane sheet;
  private final FeaturesSidePane side;
  private final List<Node> head;
  private ScrollPane left;
  private final Region body;

  public FeaturesPage(FeaturesModel model, Lang lang, Hints hints, ThemeModel theme) {
    this.model = model;
    this.lang = lang;
    sheet = new FeaturesPane(model, lang, hints, theme);
    side = new FeaturesSidePane(model, lang, hints, sheet.elimination()::choose, this::follow);
    head = makeHead(hints);
    body = makeBody();
    model.revisionProperty().subscribe(now -> show());
    model.openProperty().subscribe(now -> show()); // changes since it was closed
    lang.whenWrittenAnew(this::show);
    theme.paletteProperty().subscribe(palette -> show());
  }

  /** Scrolls a starting elimination into view, with its cancel button. */
  private void follow(boolean keys) {
    Scrolled.reveal(left, sheet.elimination().node());
    if (keys) {
      sheet.elimination().takeKeys();
    }
  }

  private void show() {
    if (model.openProperty().get()) {
      boolean keys = sheet.elimination().hasKeys();
      sheet.show();
      side.show();
      if (keys && !sheet.elimination().isRunning()) {
        side.takeKeys();
      }
    }
  }

  @Override
  public List<Node> head() {
    return head;
  }

  @Override
  public Region body() {
    return body;
  }

  /** Without the test part: it would no longer be a test of columns chosen by it. */
  private List<Node> makeHead(Hints hints) {
    Segmented<Part> parts = new Segmented<>(lang.bind("metrics.part"));
    parts.setId("features-part");
    for (Part part : List.of(Part.TRAIN, Part.VALIDATION)) {
      parts.add(part, Bindings.createStringBinding(() -> lang.say("metrics.part." + part.name().toLowerCase(Locale.ROOT),
          model.data().map(data -> data.rows(part)).orElse(0)), lang.textsProperty(), model.revisionProperty()));
      parts.explain(part, hints, "features.part." + part.name().toLowerCase(Locale.ROOT) + ".help");
    }
    parts.valueProperty().bindBidirectional(model.choices().partProperty());
    parts.visibleProperty().bind(model.stateProperty().isEqualTo(State.READY));
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Button copy = new CopyCsvButton(lang, hints, "features",
        Bindings.createBooleanBinding(() -> model.report().isEmpty(), model.revisionProperty()), () -> FeaturesCsv.write(model));
    copy.getStyleClass().add(EvaluationPage.WIDE_ONLY);
    return List.of(parts, gap, new FaultNote(lang, model.failureProperty()), copy);
  }

  private Region makeBody() {
    left = Scrolled.upright(sheet);
    HBox.setHgrow(left, Priority.ALWAYS);
    ScrollPane right = Scrolled.upright(side);
    right.getStyleClass().addAll("side-scroll", "folds-scroll");
    PageColumns content = new PageColumns(left, List.of(right), left, right);
    content.stackedProperty().subscribe(sheet::makeNarrow);
    EmptyState nothing = new EmptyState(Icon.DATA, Bindings.createStringBinding(
        () -> lang.say("features.state." + model.stateProperty().get().name().toLowerCase(Locale.ROOT)), model.stateProperty(),
        lang.textsProperty()));
    content.visibleProperty().bind(model.stateProperty().isEqualTo(State.READY));
    nothing.visibleProperty().bind(content.visibleProperty().not());
    StackPane both = new StackPane(content, nothing);
    content.visibleProperty().subscribe((before, now) -> {
      if (!now && content.isFocusWithin()) {
        both.requestFocus(); // keeps the focus in the page
      }
    });
    both.accessibleTextProperty().bind(lang.bind("features.title"));
    both.setMinSize(0, 0);
    return both;
  }
}
