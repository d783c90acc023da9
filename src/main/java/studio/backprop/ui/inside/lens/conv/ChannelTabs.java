package studio.backprop.ui.inside.lens.conv;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import studio.backprop.ui.inside.lens.sheet.LensDesk;
import studio.backprop.ui.kit.Icon;

/** Tabs of a convolution's input channels with their partial sums, paged. */
final class ChannelTabs extends HBox {
  private static final int MANY = 6;
  /** Where there is little room. */
  private static final int FEW = 3;
  private static final double WIDE = 1060;
  private static final int DIGITS = 4;

  private final LensDesk desk;
  private final IntConsumer chosen;
  private final Label title = new Label();
  private final List<ToggleButton> tabs = new ArrayList<>();
  private final Button before;
  private final Button after;
  private int most = MANY;
  private int count = 1;
  private int channel;

  ChannelTabs(LensDesk desk, IntConsumer chosen) {
    this.desk = desk;
    this.chosen = chosen;
    getStyleClass().add("channel-tabs");
    title.getStyleClass().addAll("note", "mut");
    before = desk.arrow(Icon.CHEVRON_LEFT, "lens.conv.channel.previous", () -> chosen.accept(Math.floorMod(channel - 1, count)));
    after = desk.arrow(Icon.CHEVRON_RIGHT, "lens.conv.channel.next", () -> chosen.accept(Math.floorMod(channel + 1, count)));
  }

  /**
   * @param sums partial sum of each channel
   */
  void show(float[] sums, int shown, double width) {
    boolean other = sums.length != count || most != (width < WIDE ? FEW : MANY);
    count = sums.length;
    most = width < WIDE ? FEW : MANY;
    channel = shown;
    setVisible(count > 1);
    if (other || tabs.isEmpty()) {
      build(Math.min(most, count));
    }
    title.setText(desk.lang().say("lens.conv.channels", count));
    int first = shown / most * most;
    for (int i = 0; i < tabs.size(); i++) {
      ToggleButton tab = tabs.get(i);
      int at = first + i;
      tab.setVisible(at < count);
      tab.setSelected(at == shown);
      if (at < count) {
        String size = desk.lang().numbers().significant(sums[at], DIGITS);
        String sum = sums[at] < 0 ? size : "+" + size;
        tab.setText(desk.lang().say("lens.conv.channel.tab", at + 1, sum));
        tab.setAccessibleText(desk.lang().say("lens.conv.channel", at + 1, count, sum));
      }
    }
  }

  private void build(int wanted) {
    tabs.clear();
    for (int i = 0; i < wanted; i++) {
      int place = i;
      ToggleButton tab = new ToggleButton();
      tab.getStyleClass().add("small");
      tab.setMinWidth(USE_PREF_SIZE);
      tab.setOnAction(event -> chosen.accept(channel / most * most + place));
      tabs.add(tab);
    }
    getChildren().clear();
    if (most == MANY) {
      getChildren().add(title);
    }
    if (count > most) {
      getChildren().add(before);
    }
    getChildren().addAll(tabs);
    if (count > most) {
      getChildren().add(after);
    }
  }
}
