package studio.backprop.setting;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Shows a setting only while another setting has a certain value: the padding in pixels only where padding is explicit. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER})
public @interface Shown {
  /** The name of the other setting. */
  String when();

  /** Its value, as {@code toString} gives it. */
  String is();
}
