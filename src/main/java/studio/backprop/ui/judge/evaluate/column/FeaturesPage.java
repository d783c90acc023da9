package studio.backprop.ui.judge.evaluate.column;

import java.util.List;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import studio.backprop.data.Part;
import studio.backprop.ui.judge.evaluate.EvaluationView;
import studio.backprop.ui.judge.evaluate.column.FeaturesModel.State;
import studio.backprop.ui.kit.FaultNote;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.PageColumns;
import studio.backprop.ui.kit.Scrolled;
import studio.backprop.ui.kit.Segmented;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.kit.page.PageContent;

/** Features page: relevance of each column of a table for the data and for the network; leaves columns out. */
public final class FeaturesPage extends EvaluationView {
  private final FeaturesModel model;
  private final FeaturesPane sheet;
  private final FeaturesSidePane side;
  private ScrollPane left;

  public FeaturesPage(FeaturesModel model, Lang lang, Hints hints, ThemeModel theme) {
    super(lang, hints);
    this.model = model;
    sheet = new FeaturesPane(model, lang, hints, theme);
    side = new FeaturesSidePane(model, lang, hints, sheet.elimination()::choose, this::follow);
    compose(makeHead(), makeBody());
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

  /** Without the test part: it would no longer be a test of columns chosen by it. */
  private List<Node> makeHead() {
    Segmented<Part> parts = new Segmented<>(lang.bind("metrics.part"));
    parts.setId("features-part");
    for (Part part : List.of(Part.TRAIN, Part.VALIDATION)) {
      parts.add(part, Bindings.createStringBinding(() -> lang.say("metrics.part." + part.name().toLowerCase(Locale.ROOT),
          model.data().map(data -> data.rows(part)).orElse(0)), lang.textsProperty(), model.revisionProperty()));
      parts.explain(part, hints, "features.part." + part.name().toLowerCase(Locale.ROOT) + ".help");
    }
    parts.valueProperty().bindBidirectional(model.choices().partProperty());
    parts.visibleProperty().bind(model.stateProperty().isEqualTo(State.READY));
    return List.of(parts, gap(), new FaultNote(lang, model.failureProperty()), copyButton("features",
        Bindings.createBooleanBinding(() -> model.report().isEmpty(), model.revisionProperty()), () -> FeaturesCsv.write(model)));
  }

  private Region makeBody() {
    left = Scrolled.upright(sheet);
    HBox.setHgrow(left, Priority.ALWAYS);
    ScrollPane right = side(side, "folds-scroll");
    PageColumns content = new PageColumns(left, List.of(right), left, right);
    content.stackedProperty().subscribe(sheet::makeNarrow);
    PageContent both = new PageContent(content, model.stateProperty().isEqualTo(State.READY), Icon.DATA,
        PageContent.sentence(lang, "features", model.stateProperty()));
    both.accessibleTextProperty().bind(lang.bind("features.title"));
    return both.keepFocus(both);
  }
}
