package studio.backprop.ui.inside.lens.link;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import studio.backprop.layer.Ties;
import studio.backprop.observe.NodeTrace.OpLook;

/**
 * Links of a max or mean along an axis or over a whole map.
 *
 * @param ties operands of each output
 */
public record OfManyLinks(OpLook op, Ties ties) implements OneOfMany {
  @Override
  public List<Source> sources(int output) {
    BitSet one = new BitSet();
    one.set(output);
    List<Source> sources = new ArrayList<>();
    ties.sources(one).get(0).stream().forEach(place -> sources.add(new Source(0, place)));
    return sources;
  }
}
