package studio.backprop.ui.design.designer;

import java.util.List;
import java.util.Locale;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import studio.backprop.evaluate.attribution.AttributionMethod;
import studio.backprop.text.Message;
import studio.backprop.ui.design.designer.edit.CanvasDesk;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Legend;
import studio.backprop.ui.kit.Legend.Mark;
import studio.backprop.ui.kit.Sight;
import studio.backprop.ui.kit.Token;
import studio.backprop.ui.kit.form.Choice;
import studio.backprop.ui.workspace.attribution.AttributionFeed;

/** Switch and method of the attributions that colour the input. */
final class TintSwitch extends HBox {
  private final AttributionFeed feed;
  private final ToggleButton toggle = new ToggleButton(null, Icon.IDEA.view());
  private final Choice<AttributionMethod> method;
  private boolean filling;

  TintSwitch(CanvasDesk desk) {
    feed = desk.tint();
    getStyleClass().add("tint-switch");
    toggle.setId("tint-input");
    toggle.getStyleClass().addAll("bare", "small");
    toggle.textProperty().bind(desk.lang().bind("tint"));
    toggle.setMinWidth(Region.USE_PREF_SIZE);
    toggle.selectedProperty().bindBidirectional(desk.model().tintedProperty());
    desk.hints().describe(toggle, "tint.help");
    method = new Choice<>(desk.lang(), List.of(), one -> Message.of("reason.method." + one.name().toLowerCase(Locale.ROOT)),
        desk.lang().bind("tint.method"));
    method.setId("tint-method");
    method.setMinWidth(Region.USE_PREF_SIZE);
    method.valueProperty().subscribe((before, now) -> {
      if (!filling && now != null) {
        feed.methodProperty().set(now);
      }
    });
    Legend size = new Legend().add(Mark.SQUARE, Token.GROUP_CONVOLUTION, desk.lang().bind("reason.legend.size"));
    size.setMinWidth(Region.USE_PREF_SIZE);
    getChildren().addAll(toggle, method, size);
    feed.seenProperty().subscribe(seen -> {
      boolean unsigned = seen.filter(now -> now.unsigned()).isPresent();
      Sight.show(method, seen.isPresent());
      Sight.show(size, unsigned);
      seen.ifPresent(now -> {
        filling = true;
        List<AttributionMethod> all = List.copyOf(now.methods());
        if (!method.getItems().equals(all)) {
          method.getItems().setAll(all);
        }
        if (!method.isShowing()) {
          method.setValue(now.method());
        }
        filling = false;
      });
    });
  }

  /** Enabled while there is a prediction to attribute. */
  void refresh() {
    toggle.setDisable(!feed.explains());
  }
}
