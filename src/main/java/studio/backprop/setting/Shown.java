package studio.backprop.setting;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Shows a setting only while another one has a certain value: the padding in pixels only for explicit padding. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER})
public @interface Shown {
  /** Name of the other setting. */
  String when();

  /** Its value, by {@code toString}. */
  String is();
}
