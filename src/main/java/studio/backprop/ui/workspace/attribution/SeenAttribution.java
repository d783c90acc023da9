package studio.backprop.ui.workspace.attribution;

import java.util.Optional;
import java.util.Set;
import studio.backprop.data.PreparedData;
import studio.backprop.evaluate.attribution.AttributionMap;
import studio.backprop.evaluate.attribution.AttributionMethod;
import studio.backprop.evaluate.attribution.GradCam;
import studio.backprop.evaluate.attribution.InputParts;
import studio.backprop.evaluate.attribution.Reasons;
import studio.backprop.observe.Example;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.workspace.run.DataTexts;
import studio.backprop.ui.workspace.run.TokenTexts;

/**
 * Attribution of the selected example by one method at one step. Immutable; arrays are not copied.
 *
 * @param method the one used: where the data do not support the requested one, another
 * @param of target class; 0 for a regression
 * @param baseline score of the baseline
 * @param layer node with readable maps, or −1
 * @param linear (input − baseline) · gradient of each part, beside integrated gradients; else empty
 */
public record SeenAttribution(PreparedData data, long step, AttributionFeed.Asked asked, AttributionMethod method,
    Set<AttributionMethod> methods, InputParts parts, AttributionMap map, int of, double score, double baseline, int layer,
    double[] linear) {

  static SeenAttribution of(PreparedData data, long step, AttributionFeed.Asked asked, Reasons reasons) {
    Set<AttributionMethod> methods = reasons.methods();
    AttributionMethod method = methods.contains(asked.method()) ? asked.method()
        : methods.contains(AttributionMethod.INTEGRATED_GRADIENTS) ? AttributionMethod.INTEGRATED_GRADIENTS : AttributionMethod.OCCLUSION;
    return new SeenAttribution(data, step, asked, method, methods, reasons.parts(), reasons.map(method, () -> false), reasons.of(),
        reasons.value(), reasons.baselineValue(), reasons.layer(),
        method == AttributionMethod.INTEGRATED_GRADIENTS ? reasons.gradientTimesDifference() : new double[0]);
  }

  public Example example() {
    return asked.example();
  }

  /** Grad-CAM maps, if the method has some. */
  public Optional<GradCam> cam() {
    return map.cam();
  }

  public float largest() {
    return (float) map.largest();
  }

  /** Whether it is unsigned: a gradient magnitude. */
  public boolean unsigned() {
    return method == AttributionMethod.SALIENCY && parts.kind() != InputParts.Kind.TOKEN;
  }

  /** Attribution of each number of an input node ({@code from}: offset in the example); 0 outside all parts. */
  public float[] units(int from, int count) {
    float[] units = new float[count];
    for (int i = 0; i < count && from + i < parts.partOf().length; i++) {
      int part = parts.partOf()[from + i];
      units[i] = part < 0 ? 0 : (float) (map.rows() > 0 ? pixel(part) : map.parts()[part]);
    }
    return units;
  }

  /** A window's loss is placed at its centre. */
  private double pixel(int part) {
    int height = data.dataset().inputShape().size(1);
    int width = data.dataset().inputShape().size(2);
    int row = part / width - (height - map.rows()) / 2;
    int column = part % width - (width - map.columns()) / 2;
    boolean inside = row >= 0 && column >= 0 && row < map.rows() && column < map.columns();
    return inside ? map.parts()[row * map.columns() + column] : 0;
  }

  /** Localized name of the target: the class or the predicted value. */
  public String subject(Lang lang) {
    DataTexts words = new DataTexts(lang);
    return data.dataset().classNames().isEmpty() ? words.target(data.dataset()) : TokenTexts.visible(words.ofClass(data.dataset(), of));
  }
}
