package studio.backprop.ui.shell;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import studio.backprop.ui.document.DocumentModel;
import studio.backprop.ui.form.Kept;
import studio.backprop.ui.form.RateField;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.NumberModel;
import studio.backprop.ui.kit.NumberRange;
import studio.backprop.ui.kit.Terms;

/** The learning rate in the top bar, to be changed while training runs. */
final class RateView extends HBox {
  RateView(TransportModel transport, DocumentModel document, Lang lang) {
    Label title = title(lang, "transport.rate", "rate-title");
    Label shortTitle = title(lang, "transport.rate.short", "rate-short");
    NumberModel number = Kept.number(NumberRange.positive(), document.projectProperty().map(p -> p.training().rate()), transport::setRate);
    RateField rate = new RateField(lang, number, lang.bind("transport.rate"), transport::settle);
    rate.setId("rate");
    title.setLabelFor(rate);
    new Terms(lang).mark(rate, "learning-rate");
    setFillHeight(false);
    getStyleClass().add("rate");
    getChildren().addAll(title, shortTitle, rate);
  }

  /** The style sheet shows the one that fits the width of the window. */
  private static Label title(Lang lang, String key, String style) {
    Label title = new Label();
    title.getStyleClass().addAll("mut", style);
    title.textProperty().bind(lang.bind(key));
    title.setMinWidth(USE_PREF_SIZE);
    new Terms(lang).explain(title, "learning-rate");
    title.managedProperty().bind(title.visibleProperty());
    return title;
  }
}
