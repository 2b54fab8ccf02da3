import { NotFoundMessage } from '@/components/shop/not-found-message'

/** Inside the shop's frame, which holds the page's `main`. */
const NotFound = () => <NotFoundMessage as="div" />

export default NotFound
