package studio.backprop.ui.inside.lens.link;

import java.util.List;
import studio.backprop.observe.NodeTrace;
import studio.backprop.observe.NodeTrace.Tensors;
import studio.backprop.ui.inside.lens.sheet.LensDesk;
import studio.backprop.ui.inside.lens.sheet.Sheets;

/**
 * Links of a permutation.
 *
 * @param route index among all inputs for each output element
 */
public record RouteLinks(NodeTrace look, int[] route) implements Links {
  @Override
  public List<Source> sources(int output) {
    int place = route[output];
    int inlet = 0;
    while (place >= look.given().get(inlet).shape().count()) {
      place -= (int) look.given().get(inlet).shape().count();
      inlet++;
    }
    return List.of(new Source(inlet, place));
  }

  @Override
  public String sentence(LensDesk desk, int output) {
    Source source = sources(output).get(0);
    Tensors from = look.given().get(source.inlet());
    return desk.lang().say(
        "lens.link.moved", Sheets.of(look.output()).place(output), Sheets.of(from).place(source.place()),
        desk.lang().numbers().significant(look.output().values()[output], 4));
  }
}
