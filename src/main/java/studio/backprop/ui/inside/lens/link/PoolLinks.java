package studio.backprop.ui.inside.lens.link;

import java.util.ArrayList;
import java.util.List;
import studio.backprop.observe.NodeTrace.OpLook;
import studio.backprop.op.WindowAxis;

/** Links of a max or average pooling over windows of a channel. */
public record PoolLinks(OpLook op) implements OneOfMany {
  private WindowAxis down() {
    return op.sweeps().get(0);
  }

  private WindowAxis across() {
    return op.sweeps().get(1);
  }

  @Override
  public List<Source> sources(int output) {
    int column = output % across().steps();
    int row = output / across().steps() % down().steps();
    int channel = output / (across().steps() * down().steps());
    List<Source> sources = new ArrayList<>();
    for (int tap = 0; tap < down().kernel() * across().kernel(); tap++) {
      int y = down().first(row) + tap / across().kernel() * down().dilation();
      int x = across().first(column) + tap % across().kernel() * across().dilation();
      if (y >= 0 && x >= 0 && y < down().size() && x < across().size()) {
        sources.add(new Source(0, (channel * down().size() + y) * across().size() + x));
      }
    }
    return sources;
  }
}
