import { Button } from 'antd';
import type { ButtonProps } from 'antd';
import { useNavigate } from 'react-router';

/** A link that looks like the button it stands beside; opened in a new window it is a link. */
export function LinkButton({ to, ...props }: { to: string } & Pick<ButtonProps, 'type' | 'size' | 'children'>) {
  const navigate = useNavigate();
  return (
    <Button
      {...props}
      href={to}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        void navigate(to);
      }}
    />
  );
}
